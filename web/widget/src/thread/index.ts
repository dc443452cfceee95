import { styles } from "../panel/dom";
import css from "./style.css?inline";

/** The messages of a conversation. Loaded when there is one, or about to be one. */
export { createThread } from "./thread";

export const dress: (root: ShadowRoot) => void = styles(css);
