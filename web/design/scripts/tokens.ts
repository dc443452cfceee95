/** Writes `tokens.css`; with `--check` says whether it is what the tokens make. */
import { readFileSync, writeFileSync } from "node:fs";
import { tokensCss } from "../src/css.ts";

const target = new URL("../tokens.css", import.meta.url);
const css = tokensCss();
if (!process.argv.includes("--check")) {
  writeFileSync(target, css);
} else if (readFileSync(target, "utf8") !== css) {
  console.error("tokens.css is not made from the present tokens: npm run build -w @chask/design");
  process.exitCode = 1;
}
