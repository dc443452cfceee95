import type { Attachment } from "@chask/client";
import { filled, type Context } from "../panel/context";
import { button, el, icon } from "../panel/dom";
import type { Tray } from "../panel/composer";
import { policyOf } from "../policy";
import { sizeOf } from "./file";

/** Lucide: x. */
const cross = "M18 6 6 18M6 6l12 12";

interface Item {
  readonly node: Element;
  readonly stop: AbortController;
  readonly preview: string | undefined;
  stored?: Attachment;
  failed?: boolean;
}

/** The files for the next message, each on its way as soon as it is chosen. */
export function createTray(context: Context, changed: () => void): Tray {
  const { words, session, host } = context;
  const items = new Set<Item>();
  const { maxCount } = policyOf(host);
  const surplus = el("p", { class: "surplus", role: "alert" });
  const node = el("div", { class: "tray" }, surplus);
  host.signal.addEventListener("abort", () => [...items].forEach(remove));

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
    const preview = file.type.startsWith("image/") ? URL.createObjectURL(file) : undefined;
    const bar = el("progress", { max: "1", value: "0", "aria-label": file.name });
    const note = el("small", { role: "status" }, sizeOf(file.size));
    const chip = el("div", { class: "chip" });
    const item: Item = { node: chip, stop: new AbortController(), preview };
    chip.append(
      ...(preview ? [el("img", { src: preview, alt: "" })] : []),
      el("span", {}, file.name, note),
      button({ "aria-label": filled(words.remove, { name: file.name }) }, () => remove(item), icon(cross)),
      bar,
    );
    items.add(item);
    node.append(chip);
    void upload(file, item, (loaded) => {
      bar.value = loaded;
    }).then((problem) => {
      bar.remove();
      chip.classList.toggle("failed", !!problem);
      note.textContent = problem || sizeOf(file.size);
      return changed();
    });
  }

  /** Resolves with what went wrong, in words; with nothing when the file has arrived. */
  async function upload(file: File, item: Item, onLoaded: (share: number) => void): Promise<string> {
    try {
      item.stored = await session.uploadFile(file, {
        signal: item.stop.signal,
        onProgress: ({ loaded, total }) => onLoaded(loaded / total),
      });
      return "";
    } catch (thrown) {
      item.failed = true;
      return thrown instanceof Error ? thrown.message : words.failed;
    }
  }

  return {
    node,
    files: () => [...items].flatMap(({ stored }) => stored ?? []),
    isBusy: () => [...items].some(({ stored, failed }) => !stored && !failed),
    add: (files) => {
      const room = maxCount - items.size;
      surplus.textContent = files.length > room ? words.tooManyFiles : "";
      files.slice(0, room).forEach(add);
    },
    clear: () => [...items].forEach(remove),
  };
}
