/** What `@chask/widget` exports: the types that its package is made from, and its one value. */
import type { ChaskWidgetApi } from "../../../web/widget/src/api/index";

export type * from "../../../web/widget/src/api/index";
export declare const ChaskWidget: ChaskWidgetApi;
