import { servedChunks } from "./served";
import { createWidget } from "./widget";

/** The folder of the chunks, as this script sees it; written in by the build. */
declare const CHUNK_FOLDER: string;

const script = document.currentScript;
// A page that carries the script tag twice keeps the first widget. What is no script is an element that somebody has given
// the name `currentScript`, to have the chunks fetched from elsewhere.
if (!Object.hasOwn(globalThis, "ChaskWidget") && script instanceof HTMLScriptElement) {
  Object.assign(globalThis, {
    ChaskWidget: createWidget({
      chunks: servedChunks(new URL(CHUNK_FOLDER, script.src).href),
      origin: new URL(script.src).origin,
    }),
  });
}
