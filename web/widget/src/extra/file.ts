import type { Attachment, ChatMessage } from "@chask/client";
import type { Context } from "../panel/context";
import { el } from "../panel/dom";
import { freshFile } from "./fresh";

/** A link is renewed so long before its end: this clock need not go as the server's does. */
const margin = 10 * 60_000;

/**
 * A file in a message: an image is shown in its reserved place, anything else is a link to download. Links end after a
 * while, and a page may stay open for longer: then the file is asked for anew.
 */
export function showFile(file: Attachment, message: ChatMessage, context: Context): Element {
  const { name, url, mimeType, inline, width, height, size } = file;
  const link = el("a", { class: "file", href: url, target: "_blank", rel: "noopener noreferrer" });
  const image = inline && mimeType.startsWith("image/") ? pictureOf(file) : undefined;
  const renew = async (): Promise<void> => {
    const fresh = await freshFile(file, message, context).catch(() => undefined);
    link.href = fresh?.url ?? link.href;
    if (fresh && image && !image.naturalWidth) {
      image.src = addressOf(fresh);
    }
  };
  const early = (): void => void (isEnding(link.href) && renew());
  link.addEventListener("pointerenter", early);
  link.addEventListener("focus", early);
  link.addEventListener("click", (event) => {
    if (isEnding(link.href)) {
      event.preventDefault();
      void renew().then(() => follow(link));
    }
  });
  if (image) {
    image.addEventListener("error", () => void renew(), { once: true });
    if (width && height) {
      image.width = width;
      image.height = height;
    }
    link.append(image);
  } else {
    link.append(el("span", {}, name), el("small", {}, sizeOf(size)));
  }
  return link;
}

function pictureOf(file: Attachment): HTMLImageElement {
  return el("img", { src: addressOf(file), alt: file.name, loading: "lazy" });
}

function addressOf({ url, thumbnailUrl }: Attachment): string {
  return thumbnailUrl ?? url;
}

function isEnding(href: string): boolean {
  const until = new URL(href).searchParams.get("expires");
  return until !== null && Number(until) * 1_000 - Date.now() < margin;
}

/** A copy has nothing that waits for its click. */
function follow({ href, target, rel }: HTMLAnchorElement): void {
  el("a", { href, target, rel }).click();
}

/** Bytes in the largest unit that leaves a whole number. */
export function sizeOf(bytes: number): string {
  const power = Math.min(3, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const value = bytes / 1024 ** power;
  return `${value < 10 && power ? value.toFixed(1) : Math.round(value)} ${["B", "kB", "MB", "GB"][power] ?? ""}`;
}
