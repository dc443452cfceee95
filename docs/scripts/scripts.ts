/** Moves inline scripts and styles into files, for a policy that allows none inline, and makes code reachable by keyboard. */
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const base = "/docs";
const inlineScript = /<script(?<attributes>(?:\s[^>]*)?)>(?<code>[\s\S]*?)<\/script>/gu;
const inlineStyle = /<style(?:\s[^>]*)?>(?<code>[\s\S]*?)<\/style>/gu;

/** Rewrites every page below the folder. The order in which scripts run stays as it was. */
export function externalizeScripts(dist: string): void {
  for (const page of globSync("**/*.html", { cwd: dist })) {
    const file = path.join(dist, page);
    const html = readFileSync(file, "utf8")
      // Wide code is scrolled by keyboard too; the site's script takes it off again where nothing needs scrolling.
      .replaceAll("<pre data-language", '<pre tabindex="0" data-language')
      .replaceAll(inlineScript, (whole, attributes: string, code: string) => {
        if (code.trim() === "" || /\ssrc=/u.test(attributes)) {
          return whole;
        }
        return `<script${attributes} src="${keep(dist, code, "js")}"></script>`;
      })
      .replaceAll(
        inlineStyle,
        (_whole, code: string) => `<link rel="stylesheet" href="${keep(dist, code, "css")}">`,
      );
    writeFileSync(file, html);
  }
}

/** Writes the code under a name made from it, and gives its address. */
function keep(dist: string, code: string, extension: string): string {
  const hash = createHash("sha256").update(code).digest("base64url").slice(0, 8);
  const name = `_astro/inline.${hash}.${extension}`;
  mkdirSync(path.join(dist, "_astro"), { recursive: true });
  writeFileSync(path.join(dist, name), code);
  return `${base}/${name}`;
}
