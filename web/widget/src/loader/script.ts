import { servedChunks } from "./served";
import { createWidget } from "./widget";

/** Written in by the build. */
declare const CHUNK_MARK: string;
/** Where the chunks lie beside this script: a folder, or nothing when they are its neighbours. */
declare const CHUNK_FOLDER: string;

// A page that carries the script tag twice keeps the first widget.
if (!Reflect.has(globalThis, "ChaskWidget")) {
  const source = new URL(document.currentScript?.getAttribute("src") ?? "", document.baseURI);
  Object.assign(globalThis, {
    ChaskWidget: createWidget({
      chunks: servedChunks(new URL(CHUNK_FOLDER, source).href, CHUNK_MARK),
      origin: source.origin,
    }),
  });
}
