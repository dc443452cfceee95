/** Gives pages without JavaScript the light theme when the visitor's system is light: normally a script chooses it. */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { parse, root, type Container, type Rule } from "postcss";

const name = "_astro/noscript.css";
const light = /\[data-theme=(?:'light'|"light"|light)\]/gu;

/** Writes a style sheet of all light rules, and has every page use it when there is no JavaScript. */
export function lightWithoutScript(dist: string): void {
  const sheet = root();
  for (const file of globSync("_astro/*.css", { cwd: dist })) {
    parse(readFileSync(path.join(dist, file), "utf8")).walkRules((rule) => {
      if (rule.selector.search(light) >= 0) {
        sheet.append(inItsLayers(rule));
      }
    });
  }
  // Without the script that switches tabs, all panels are shown, one below the other; the tabs still lead to them.
  const tabs = "[role=tabpanel][hidden]{display:block!important}";
  writeFileSync(path.join(dist, name), `${tabs}@media (prefers-color-scheme:light){${sheet.toString()}}`);
  const link = `<noscript><link rel="stylesheet" href="/docs/${name}"></noscript></head>`;
  for (const page of globSync("**/*.html", { cwd: dist })) {
    const file = path.join(dist, page);
    writeFileSync(file, readFileSync(file, "utf8").replace("</head>", link));
  }
}

/** The rule for a page that stayed dark, because no script ran, in the layers and conditions it came from. */
function inItsLayers(rule: Rule): Container {
  const selectors = rule.selectors
    .filter((selector) => selector.search(light) >= 0)
    .map((selector) => selector.replaceAll(light, "[data-theme=dark]"));
  let node: Container = rule.clone({ selectors });
  for (let parent = rule.parent; parent?.type === "atrule"; parent = parent.parent) {
    const wrapper = parent.clone({ nodes: [] });
    wrapper.append(node);
    node = wrapper;
  }
  return node;
}
