/** Checks the built site: pages in every language, links and anchors, raw keys, inline code, third parties. */
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

const base = "/docs/";
const languages: readonly (readonly [folder: string, lang: string])[] = [
  ["", "en"],
  ["es/", "es"],
  ["pt-br/", "pt-BR"],
];

/** What is wrong with the site, one line a fault. */
export function checkSite(dist: string): readonly string[] {
  const pages = new Map(
    globSync("**/*.html", { cwd: dist }).map((file) => [file, readFileSync(path.join(dist, file), "utf8")]),
  );
  return [
    ...missingLanguages([...pages.keys()]),
    ...missingInMenu(pages),
    ...[...pages].flatMap(([file, html]) =>
      [
        ...wrongLanguage(file, html),
        ...rawKeys(html),
        ...inlineCode(html),
        ...brokenLinks(dist, file, pages),
      ].map((fault) => `${file}: ${fault}`),
    ),
  ];
}

function missingLanguages(files: readonly string[]): readonly string[] {
  const folders = languages.map(([folder]) => folder).filter((folder) => folder !== "");
  const roots = new Set(
    // The page for unknown addresses speaks all three languages itself.
    files
      .filter((file) => file !== "404.html")
      .map((file) => file.slice(folders.find((folder) => file.startsWith(folder))?.length ?? 0)),
  );
  return [...roots].flatMap((page) =>
    languages
      .map(([folder]) => `${folder}${page}`)
      .filter((file) => !files.includes(file))
      .map((file) => `${file}: the page is missing`),
  );
}

/** Every page can be reached by the side menu of its language. */
function missingInMenu(pages: ReadonlyMap<string, string>): readonly string[] {
  return languages.flatMap(([folder]) => {
    const html = pages.get(`${folder}index.html`) ?? "";
    const menu = /<nav\b[^>]*class="sidebar\b[\s\S]*?<\/nav>/u.exec(html)?.[0] ?? "";
    return [...pages.keys()]
      .filter((file) => file !== "404.html" && folderOf(file) === folder)
      .filter((file) => !menu.includes(`href="${addressOf(file)}"`))
      .map((file) => `${file}: the side menu does not lead to it`);
  });
}

function folderOf(file: string): string {
  return languages.findLast(([folder]) => file.startsWith(folder))?.[0] ?? "";
}

function addressOf(file: string): string {
  return base + file.replace(/index\.html$/u, "");
}

function wrongLanguage(file: string, html: string): readonly string[] {
  const expected = languages.findLast(([folder]) => file.startsWith(folder))?.[1] ?? "en";
  const lang = /<html[^>]*\slang="(?<lang>[^"]*)"/u.exec(html)?.groups?.["lang"];
  const alternates = [...html.matchAll(/<link rel="alternate" hreflang="[^"]+" href="[^"]*"/gu)].map(String);
  const page = file === "404.html" ? "index.html" : file.slice(folderOf(file).length);
  const wanted = [...languages, ["", "x-default"] as const].map(
    ([folder, code]) => `<link rel="alternate" hreflang="${code}" href="${addressOf(folder + page)}"`,
  );
  return [
    ...(lang === expected ? [] : [`lang is "${lang}", not "${expected}"`]),
    ...wanted.filter((link) => !alternates.includes(link)).map((link) => `${link}> is missing`),
  ];
}

/** Attributes that a reader hears or sees. Examples show theirs as code. */
const told =
  /\s(?:aria-label|aria-description|title|alt|placeholder|content|data-(?!code=)[a-z-]+)="([^"]*)"/gu;
/** Code has dots of its own, but no text that was not found begins like this. */
const rawKey = /(?<![.\w])(?:docs|console|widget|demo)\.[a-z]\w*(?:\.\w+)*\b/gu;
const dotted =
  /\b[a-z][A-Za-z]+(?:\.[a-z][A-Za-z]+)+\b|\b[\w-]+ @(?:default|cure|cause|client|description|until|value)\b/gu;
const names = /^www\.|\.(?:com|org|html|js|json|ts|tsx|yaml|md|properties|service|conf)$/u;

/** What a reader sees or hears must not be the name of a text that was not found. */
export function rawKeys(html: string): readonly string[] {
  const body = html.replaceAll(/<(?<name>script|style|pre)\b[\s\S]*?<\/\k<name>>/gu, " ");
  const attributes = [...body.matchAll(told)].map(([, value]) => value);
  // An attribute may hold the sign that ends a tag.
  const prose = body
    .replaceAll(/="[^"]*"/gu, "")
    .replaceAll(/<code\b[\s\S]*?<\/code>/gu, " ")
    .replaceAll(/<[^>]+>/gu, " ");
  const text = [prose, ...attributes].join(" | ");
  const code = [...body.matchAll(/<code\b[^>]*>([\s\S]*?)<\/code>/gu)].map(([, inner]) => inner).join(" | ");
  return [
    ...(text.match(dotted) ?? []),
    ...(code.match(rawKey) ?? []),
    ...(text.match(/\bundefined\b|\[object Object\]/gu) ?? []),
  ]
    .filter((key) => !names.test(key))
    .map((key) => `"${key}" looks like the key of a text`);
}

function inlineCode(html: string): readonly string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/gu)].map(([tag]) => `inline script ${tag}`);
  const handlers = [...html.matchAll(/<[^>]+\s(on[a-z]+)="/gu)].map(([, name]) => `inline handler ${name}`);
  const styles = /<style\b/u.test(html) ? ["inline style sheet"] : [];
  const foreign = [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*\s(?:src|href)="(https?:[^"]*)"/gu)];
  return [
    ...scripts,
    ...handlers,
    ...styles,
    ...foreign.map(([, url]) => `${url} is asked of a third party`),
  ];
}

function brokenLinks(dist: string, file: string, pages: ReadonlyMap<string, string>): readonly string[] {
  const html = pages.get(file) ?? "";
  const here = new URL(file.replace(/index\.html$/u, ""), `http://site${base}`);
  const links = [...html.matchAll(/\s(?:href|src)="([^"]*)"/gu)].map(([, link]) =>
    (link ?? "").replaceAll("&amp;", "&"),
  );
  return links
    .filter((link) => !/^(?:mailto|data|tel|blob):/u.test(link))
    .map((link) => ({ link, url: new URL(link, here) }))
    .filter(({ url }) => url.host === "site")
    .filter(({ url }) => !served(url.pathname) && !resolves(dist, url, pages))
    .map(({ link }) => `${link} leads nowhere`);
}

/** Addresses of the same server that are not part of the site. */
function served(address: string): boolean {
  return /^\/(?:demo|console|widget|health)\b/u.test(address);
}

function resolves(dist: string, url: URL, pages: ReadonlyMap<string, string>): boolean {
  if (!url.pathname.startsWith(base)) {
    return false;
  }
  const name = decodeURIComponent(url.pathname.slice(base.length));
  const page = pages.get(name === "" || name.endsWith("/") ? `${name}index.html` : name);
  if (page === undefined) {
    return existsSync(path.join(dist, name)) && !name.endsWith("/");
  }
  const anchor = decodeURIComponent(url.hash.slice(1));
  return anchor === "" || anchor === "_top" || page.includes(`id="${anchor}"`);
}
