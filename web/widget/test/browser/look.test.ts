import { expect, test } from "vitest";
import { box, called, calls, dialog, run, useWorld } from "./harness.ts";

const world = useWorld();

const look = {
  offsetX: 40,
  offsetY: 60,
  cornerRadius: 4,
  launcher: "pill",
  whenClosed: "write",
  avatarUrl: 'https://cdn.example/a"b.png',
  texts: {
    en: {
      title: "Aurora",
      subtitle: "Here for you",
      greeting: "Welcome",
      greetingText: "<b>Ask</b>",
      placeholder: "Your question",
      launcherLabel: "Need help?",
      questions: ["Do you deliver?", "<img src=x onerror=alert(1)>"],
    },
    es: { title: "Tienda", launcherLabel: "¿Ayuda?", questions: ["¿Hacen envíos?"] },
  },
};

test("look and words of the organization are the widget's, in every language, and never markup", async () => {
  world.model.settings = { look };
  const { page, faults } = await world.visit();
  const launcher = page.getByRole("button", { name: "Need help?" });
  const place = await launcher.boundingBox();
  const view = page.viewportSize();
  expect(Math.round((view?.width ?? 0) - (place?.x ?? 0) - (place?.width ?? 0))).toBe(40);
  expect(Math.round((view?.height ?? 0) - (place?.y ?? 0) - (place?.height ?? 0))).toBe(60);
  await launcher.click();
  await box(page).waitFor();
  await dialog(page).getByRole("heading", { name: "Aurora" }).waitFor();
  await dialog(page).getByText("Welcome").waitFor();
  await dialog(page).getByText("<b>Ask</b>").waitFor();
  expect(await dialog(page).locator(".head p").textContent()).toBe("Here for you");
  expect(await box(page).getAttribute("placeholder")).toBe("Your question");
  expect(await dialog(page).locator("img, b").count()).toBe(0);
  expect(await dialog(page).evaluate((window) => getComputedStyle(window).borderRadius)).toBe("4px");
  await run(page, "ChaskWidget.setLocale('es')");
  await page.getByRole("button", { name: "¿Ayuda?" }).waitFor();
  await dialog(page).getByRole("heading", { name: "Tienda" }).waitFor();
  await dialog(page).getByRole("button", { name: "¿Hacen envíos?" }).click();
  await called(page, "onMessageSent");
  expect(await calls(page, "onMessageSent")).toMatchObject([{ content: "¿Hacen envíos?" }]);
  expect(faults).toEqual([]);
});

test("a page without a look of its organization loads nothing for one", async () => {
  const { page } = await world.visit();
  await called(page, "onReady");
  expect(world.model.requests.filter((path) => path.endsWith("/look.js"))).toEqual([]);
});

test("outside the hours the window says when somebody is back, or the button is hidden until then", async () => {
  const hour = 3_600_000;
  const opens = Date.now() + 30 * hour;
  const openings = [{ from: new Date(opens).toISOString(), to: new Date(opens + hour).toISOString() }];
  const { avatarUrl: _, ...plain } = look;
  world.model.settings = { look: { ...plain, texts: {}, launcher: "circle", openings } };
  const { page } = await world.visit();
  await page.getByRole("button", { name: "Open chat" }).click();
  await dialog(page)
    .getByText(/^Back .*day/u)
    .waitFor();
  world.model.settings = { look: { ...plain, texts: {}, whenClosed: "hide", openings } };
  const other = await world.visit();
  await called(other.page, "onReady");
  expect(await other.page.locator("chask-widget .launcher").isHidden()).toBe(true);
  await run(other.page, "ChaskWidget.open()");
  await box(other.page).waitFor();
});

test("what the window says of the hours changes when they do, while nothing else happens", async () => {
  const now = Date.now();
  const at = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();
  const openings = [
    { from: at(-1), to: at(1) },
    { from: at(2), to: at(3) },
  ];
  const { avatarUrl: _, ...plain } = look;
  world.model.settings = { look: { ...plain, texts: { en: { subtitle: "Here for you" } }, openings } };
  const { page } = await world.visit();
  // Anew, so that everything in the page goes by this clock.
  await page.clock.install({ time: now });
  await page.reload();
  await run(page, "ChaskWidget.open()");
  const said = dialog(page).locator(".head p");
  await said.getByText("Here for you").waitFor();
  await box(page).fill("A draft");
  await page.clock.fastForward(3_601_000);
  await said.getByText(/^Back /u).waitFor();
  await page.clock.fastForward(3_601_000);
  await said.getByText("Here for you").waitFor();
  expect(await box(page).inputValue()).toBe("A draft");
});
