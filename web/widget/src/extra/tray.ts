import type { Attachment } from "@chask/client";
import { filled, type Context } from "../panel/context";
import { button, el, icon } from "../panel/dom";
import type { Tray } from "../panel/composer";
import { policyOf } from "../policy";
import { sizeOf } from "./file";
import { extraWords } from "./words";

/** Lucide: x, rotate-ccw. */
const cross = "M18 6 6 18M6 6l12 12";
const again = "M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8M3 3v5h5";
/** A browser tells that something hovers every 350 ms at the latest. */
const hovering = 500;

interface Item {
  readonly node: Element;
  stop: AbortController;
  readonly preview: string | undefined;
  stored?: Attachment;
  failed?: boolean;
}

/** The files for the next message, each on its way as soon as it is chosen. */
export function createTray(context: Context, changed: () => void): Tray {
  const { session, host, locale } = context;
  const words = extraWords(locale);
  const items = new Set<Item>();
  const { maxCount } = policyOf(host);
  const surplus = el("p", { class: "surplus", role: "alert" });
  const node = el("div", { class: "tray" }, surplus);
  let hover: ReturnType<typeof setTimeout> | undefined;
  host.signal.addEventListener("abort", () => {
    clearTimeout(hover);
    [...items].forEach(remove);
  });

  function remove(item: Item): void {
    item.stop.abort();
    if (item.preview) {
      URL.revokeObjectURL(item.preview);
    }
    item.node.remove();
    items.delete(item);
    surplus.textContent = "";
    changed();
  }

  function add(file: File): void {
    const { name } = file;
    const preview = /^image\/(?:png|jpeg|gif|webp)$/u.test(file.type) ? URL.createObjectURL(file) : undefined;
    const bar = el("progress", { max: "1", "aria-label": name });
    const note = el("small", { role: "status" });
    const chip = el("div", { class: "chip" });
    const item: Item = { node: chip, stop: new AbortController(), preview };
    const retry = button({ "aria-label": filled(words.retryFile, { name }) }, () => start(), icon(again));
    const start = (): void => {
      bar.value = 0;
      retry.hidden = true;
      bar.hidden = false;
      chip.classList.remove("failed");
      note.textContent = sizeOf(file.size);
      void upload(file, item, (share) => {
        bar.value = share;
      }).then((problem) => {
        bar.hidden = true;
        chip.classList.toggle("failed", !!problem);
        note.textContent = problem?.message ?? sizeOf(file.size);
        retry.hidden = !problem?.retryable;
        return changed();
      });
      changed();
    };
    chip.append(
      ...(preview ? [el("img", { src: preview, alt: "" })] : []),
      el("span", {}, name, note),
      retry,
      button({ "aria-label": filled(words.remove, { name }) }, () => remove(item), icon(cross)),
      bar,
    );
    items.add(item);
    node.append(chip);
    start();
  }

  /** Resolves with what went wrong, in words; with nothing when the file has arrived. */
  async function upload(
    file: File,
    item: Item,
    onLoaded: (share: number) => void,
  ): Promise<{ readonly message: string; readonly retryable: boolean } | undefined> {
    item.stop = new AbortController();
    item.failed = false;
    try {
      item.stored = await session.uploadFile(file, {
        signal: item.stop.signal,
        onProgress: ({ loaded, total }) => onLoaded(total ? loaded / total : 0),
      });
      return undefined;
    } catch (thrown) {
      item.failed = true;
      return {
        message: thrown instanceof Error ? thrown.message : context.words.failed,
        retryable: isRetryable(thrown),
      };
    }
  }

  /** Shows that files may be dropped, as long as they hover. */
  function showPlace(): void {
    const place = node.closest<HTMLElement>(".window");
    place?.setAttribute("data-drop", words.dropFiles);
    clearTimeout(hover);
    hover = setTimeout(() => place?.removeAttribute("data-drop"), hovering);
  }

  return {
    node,
    files: () => [...items].flatMap(({ stored }) => stored ?? []),
    isBusy: () => [...items].some(({ stored, failed }) => !stored && !failed),
    add: (files) => {
      if (files.length === 0) {
        return showPlace();
      }
      node.closest(".window")?.removeAttribute("data-drop");
      const room = maxCount - items.size;
      surplus.textContent = files.length > room ? words.tooManyFiles : "";
      files.slice(0, Math.max(0, room)).forEach(add);
    },
    clear: () => [...items].forEach(remove),
  };
}

/** Of a `WidgetError`, whose class is another chunk's. */
function isRetryable(thrown: unknown): boolean {
  const details = thrown instanceof Error && "details" in thrown ? thrown.details : undefined;
  return (
    typeof details === "object" && details !== null && "retryable" in details && details.retryable === true
  );
}
