import { servedChunks } from "./served";
import { createWidget } from "./widget";

/** The folder of the chunks, as this script sees it; written in by the build. */
declare const CHUNK_FOLDER: string;

// A page that carries the script tag twice keeps the first widget.
if (!Reflect.has(globalThis, "ChaskWidget")) {
  const source = new URL(document.currentScript?.getAttribute("src") ?? "", document.baseURI);
  Object.assign(globalThis, {
    ChaskWidget: createWidget({
      chunks: servedChunks(new URL(CHUNK_FOLDER, source).href),
      origin: source.origin,
    }),
  });
}
