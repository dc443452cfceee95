import type { Attachment } from "@chask/client";
import { el } from "../panel/dom";

/** A file in a message: an image is shown in its reserved place, anything else is a link to download. */
export function showFile(file: Attachment): Element {
  const { name, url, thumbnailUrl, mimeType, inline, width, height, size } = file;
  const link = el("a", { class: "file", href: url, target: "_blank", rel: "noopener noreferrer" });
  if (inline && mimeType.startsWith("image/")) {
    const image = el("img", { src: thumbnailUrl ?? url, alt: name, loading: "lazy" });
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

/** Bytes in the largest unit that leaves a whole number. */
export function sizeOf(bytes: number): string {
  const power = Math.min(3, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const value = bytes / 1024 ** power;
  return `${value < 10 && power ? value.toFixed(1) : Math.round(value)} ${["B", "kB", "MB", "GB"][power] ?? ""}`;
}
