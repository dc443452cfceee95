import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { checkSite } from "../scripts/site.ts";

const languages = { "": "en", "es/": "es", "pt-br/": "pt-BR" } as const;
let dist: string;

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), "site-"));
  for (const [folder, lang] of Object.entries(languages)) {
    write(`${folder}index.html`, page(lang, ""));
    write(`${folder}start/index.html`, page(lang, "start/"));
  }
});

afterEach(() => {
  rmSync(dist, { recursive: true });
});

function write(file: string, html: string): void {
  const name = path.join(dist, file);
  mkdirSync(path.dirname(name), { recursive: true });
  writeFileSync(name, html);
}

function page(lang: string, slug: string, body = ""): string {
  const folders: Readonly<Record<string, string>> = { en: "", es: "es/", "pt-BR": "pt-br/", "x-default": "" };
  const alternates = Object.entries(folders)
    .map(([code, folder]) => `<link rel="alternate" hreflang="${code}" href="/docs/${folder}${slug}"/>`)
    .join("");
  const own = folders[lang] ?? "";
  const menu = `<nav class="sidebar x"><a href="/docs/${own}">a</a><a href="/docs/${own}start/">b</a></nav>`;
  return `<!doctype html><html lang="${lang}"><head>${alternates}</head><body>${menu}${body}</body></html>`;
}

test("a site that is whole has no faults", () => {
  expect(checkSite(dist)).toEqual([]);
});

test("a page that one language lacks is found", () => {
  rmSync(path.join(dist, "es/start"), { recursive: true });
  expect(checkSite(dist)).toContain("es/start/index.html: the page is missing");
});

test("a page to which no menu leads is found", () => {
  for (const [folder, lang] of Object.entries(languages)) {
    write(`${folder}lost/index.html`, page(lang, "lost/"));
  }
  expect(checkSite(dist)).toEqual([
    "lost/index.html: the side menu does not lead to it",
    "es/lost/index.html: the side menu does not lead to it",
    "pt-br/lost/index.html: the side menu does not lead to it",
  ]);
});

test("a page in another language than its folder's is found", () => {
  write("es/start/index.html", page("en", "start/"));
  expect(checkSite(dist)).toContain('es/start/index.html: lang is "en", not "es"');
});

test("a link to another language that leads to another page is found", () => {
  write("start/index.html", page("en", "start/").replace('href="/docs/es/start/"', 'href="/docs/es/"'));
  expect(checkSite(dist)).toEqual([
    'start/index.html: <link rel="alternate" hreflang="es" href="/docs/es/start/"> is missing',
  ]);
});

test.each([
  ["<p>docs.callbacks.title</p>", "docs.callbacks.title"],
  ["<p>playground.run</p>", "playground.run"],
  ['<button aria-label="search.label"></button>', "search.label"],
  ['<div data-copied="playground.copied"></div>', "playground.copied"],
  ["<p><code>docs.callbacks.title</code></p>", "docs.callbacks.title"],
  ["<p>onReady @default</p>", "onReady @default"],
  ["<p>undefined</p>", "undefined"],
])("the raw key in %s is found", (body, key) => {
  write("start/index.html", page("en", "start/", body));
  expect(checkSite(dist)).toEqual([`start/index.html: "${key}" looks like the key of a text`]);
});

test("code, hosts and file names are no raw keys", () => {
  const body =
    '<code>navigator.sendBeacon</code> www.example.com chat.ts <button data-code="a.b => c.d"></button>';
  write("start/index.html", page("en", "start/", body));
  expect(checkSite(dist)).toEqual([]);
});

test.each([
  '<a href="../gone/">x</a>',
  '<a href="#nowhere">x</a>',
  '<a href="/docs/es/start/#nowhere">x</a>',
])("the dead link %s is found", (body) => {
  write("start/index.html", page("en", "start/", body));
  expect(checkSite(dist).map((fault) => fault.replace(/^.* leads/u, "leads"))).toEqual(["leads nowhere"]);
});

test.each([
  ["<script>run()</script>", "inline script"],
  ['<p onclick="run()">x</p>', "inline handler"],
  ['<img src="https://elsewhere.example/a.png">', "is asked of a third party"],
])("%s is found", (body, fault) => {
  write("start/index.html", page("en", "start/", body));
  expect(checkSite(dist).join()).toContain(fault);
});
