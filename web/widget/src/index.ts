/**
 * The chat widget as a module: `import { ChaskWidget } from "@chask/widget"`. Importing it does nothing, so it is safe
 * where there is no browser.
 */
import type { ChaskWidgetApi } from "./api";
import { bundledChunks } from "./loader/chunks";
import { createWidget } from "./loader/widget";

export type * from "./api";

/** The widget of this page. */
export const ChaskWidget: ChaskWidgetApi = createWidget({ chunks: bundledChunks });
