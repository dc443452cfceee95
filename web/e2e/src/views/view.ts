import type { Page } from "playwright-core";

/** What the console looks like at some moment. Opened in English and closed again, so that the next one can follow. */
export interface View {
  readonly name: string;
  /** The hash that it lies at; the one before is kept when left out. */
  readonly at?: string;
  /** Needed where it takes more than to go there. */
  readonly open?: (desk: Page) => Promise<unknown>;
  readonly close?: (desk: Page) => Promise<unknown>;
  /** The part that is not seen with other views. */
  readonly within?: string;
}

/** How an agent may have set his console. */
export interface Look {
  readonly locale: string;
  readonly scheme: string;
}

export const plain: Look = { locale: "en", scheme: "light" };

export const looks: readonly Look[] = ["en", "es", "pt-BR"].flatMap((locale) =>
  ["light", "dark"].map((scheme) => ({ locale, scheme })),
);

/** As another tab would change it: the page follows without being loaded again, whatever is open in it. */
export async function wear(desk: Page, look: Look): Promise<void> {
  await desk.evaluate(
    (value) => {
      const key = "chask.console.preferences";
      window.dispatchEvent(new StorageEvent("storage", { key, newValue: value }));
    },
    JSON.stringify({ ...look, undoSend: false }),
  );
  await desk.locator(`html[lang="${look.locale}"][data-mantine-color-scheme="${look.scheme}"]`).waitFor();
  await settle(desk);
}

/** Waits until what slides in has come: it is half transparent on its way. Skeletons never end to pulse. */
async function settle(desk: Page): Promise<void> {
  await desk.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished.catch(() => null)),
    ),
  );
}

/** Goes there, and waits until nothing is being loaded. */
export async function go(desk: Page, hash: string): Promise<void> {
  await desk.evaluate(goTo, hash);
  await loaded(desk);
}

/** Runs in the page: returns when what was shown before has made way, if only for a skeleton. */
function goTo(hash: string): Promise<void> {
  return new Promise((resolve) => {
    const shown = (): void => void requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    if (window.location.hash === hash) {
      shown();
      return;
    }
    window.addEventListener("hashchange", shown, { once: true });
    window.location.hash = hash;
  });
}

/** Waits until nothing is being loaded. */
export async function loaded(desk: Page): Promise<void> {
  const skeletons = desk.locator("[aria-busy=true], .settings-skeleton").first();
  await skeletons.waitFor({ state: "detached", timeout: 20_000 });
}

/** Opens one view after the other, and has each looked at in the looks that are asked for. */
export async function walk(
  desk: Page,
  views: readonly View[],
  worn: (view: View) => readonly Look[],
  look: (view: View, look: Look) => Promise<void>,
): Promise<void> {
  for (const view of views) {
    // oxlint-disable no-await-in-loop -- one view after the other, in one window
    if (view.at !== undefined) {
      await go(desk, view.at);
    }
    await view.open?.(desk);
    for (const each of worn(view)) {
      await wear(desk, each);
      await look(view, each);
    }
    await wear(desk, plain);
    await view.close?.(desk);
    // oxlint-enable no-await-in-loop
  }
}

export async function escape(desk: Page): Promise<void> {
  await desk.keyboard.press("Escape");
}

export const dialog = "[role=dialog]";

/** A dialog has its name a moment after its content. */
export const named: string = `${dialog}:is([aria-labelledby], [aria-label])`;

/** What opens a dialog by a button, and leaves it by Escape. */
export function dialogOf(name: string, open: (desk: Page) => Promise<unknown>, shown: string): View {
  return {
    name,
    open: async (desk) => {
      await open(desk);
      await desk.locator(`${named} ${shown}`).first().waitFor();
    },
    close: leave,
    within: dialog,
  };
}

/** One dialog may lie over another. */
async function leave(desk: Page): Promise<void> {
  const dialogs = desk.locator(dialog);
  for (let count = await dialogs.count(); count > 0; count = await dialogs.count()) {
    // oxlint-disable no-await-in-loop -- one after the other
    await escape(desk);
    await dialogs.nth(count - 1).waitFor({ state: "detached" });
    // oxlint-enable no-await-in-loop
  }
}
