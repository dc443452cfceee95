import { styles } from "../panel/dom";
import css from "./style.css?inline";

/** What few visitors need: files, the list of conversations, and what is asked when one is over. */
export { showFile } from "./file";
export { createList } from "./list";
export { createRating } from "./rating";
export { createProver } from "./prover";
export { createTray } from "./tray";
export { upload } from "./upload";
export { refusalOf } from "../policy";
export { describeFile } from "./words";

export const dress: (root: ShadowRoot) => void = styles(css);
