/** The public types of the widget: what a page's developer sees. */
export type * from "./config";
export type * from "./error";
export type * from "./events";
export type * from "./instance";
export type * from "./message";
export type * from "./user";
