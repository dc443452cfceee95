import { globSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";

import { build, type Plugin } from "vite";
import { expect, onTestFinished, test } from "vitest";

import { expectComplaint } from "../harness/complaints.ts";
import { useFixture } from "../harness/fixture.ts";
import { root, temporaryFolder } from "../harness/server.ts";
import { Examples, folder } from "./examples.ts";

const fixture = useFixture();
const examples = new Examples(fixture);

const react = `
import { createElement, StrictMode } from "react";
import { createRoot } from "react-dom/client";
const app = createRoot(document.querySelector("#app"));
app.render(createElement(StrictMode, null, createElement(Chat)));
window.leave = () => app.unmount();`;

/** How a reader's application uses each example. */
const applications: readonly (readonly [file: string, code: string])[] = [
  ["chat.ts", 'import { startChat } from "./chat.ts"; window.leave = startChat();'],
  ["react.tsx", `import { Chat } from "./react.tsx"; ${react}`],
  ["next.tsx", `import { Chat } from "./next.tsx"; ${react}`],
  [
    "vue.ts",
    `import { createApp } from "vue"; import { useChat } from "./vue.ts";
     const app = createApp({ setup() { useChat(); return () => null; } });
     app.mount("#app"); window.leave = () => app.unmount();`,
  ],
  [
    "angular.ts",
    'import { ChaskWidget } from "@chask/widget"; import "./angular.ts"; window.leave = () => ChaskWidget.destroy();',
  ],
];

/** Stand-ins for what is the reader's own; Angular itself would be more than the whole of this repository. */
const standIns: Readonly<Record<string, string>> = {
  "virtual:entry": "",
  "./app/app": "export const App = {};",
  "@angular/platform-browser":
    "export const bootstrapApplication = (component) => Promise.resolve({ component });",
};

/** Bundles the application into the folder as a reader's bundler would, from the npm package. */
async function bundle(code: string, outDir: string): Promise<void> {
  const plugin: Plugin = {
    name: "reader",
    enforce: "pre",
    resolveId: (id, importer) => {
      if (id in standIns) {
        return `\0${id}`;
      }
      return importer?.startsWith("\0virtual:entry") === true && id.startsWith("./")
        ? join(folder, id)
        : undefined;
    },
    load: (id) => {
      if (id === "\0virtual:entry") {
        return code;
      }
      return id.startsWith("\0") ? standIns[id.slice(1)] : undefined;
    },
    transform: (source, id) => (id.startsWith(folder) ? examples.mine(source) : undefined),
  };
  await build({
    configFile: false,
    root: join(root, "docs"),
    base: "./",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [plugin],
    build: {
      outDir,
      emptyOutDir: true,
      target: "esnext",
      rollupOptions: { input: "virtual:entry", output: { entryFileNames: "entry.js" } },
    },
  });
}

test.each(applications)(
  "the example %s starts the chat from the package and leaves nothing behind",
  async (_file, code) => {
    const output = await temporaryFolder();
    onTestFinished(() => rm(output, { recursive: true }));
    await bundle(code, output);
    const script = `${fixture().host.folder(output)}/entry.js`;
    const { widget, page, faults } = await examples.open(`<script type="module" src="${script}"></script>`);
    await widget.launcher.waitFor();
    await page.waitForFunction("typeof leave === 'function'");
    await widget.run("leave()");
    await page.locator("chask-widget").waitFor({ state: "detached" });
    expect(faults).toEqual([]);
  },
);

test("the example of a fixed version loads the script that has the published hash, and no other", async () => {
  expectComplaint(/^ReferenceError: ChaskWidget is not defined$/u);
  expectComplaint(/integrity/u);
  const { baseUrl } = fixture();
  const answer = await fetch(`${baseUrl}/widget/integrity.json`);
  const published: unknown = await answer.json();
  const [, name = ""] = /\/widget\/([^"]+)"/u.exec(examples.read("integrity.html")) ?? [];
  const hash = new Map(Object.entries(Object(published))).get(name);
  expect(String(hash)).toMatch(/^sha384-/u);
  const start = examples.read("start.html").replace(/<script src=.*\n/u, "");
  const right = await examples.open(
    examples.read("integrity.html").replace("sha384-…", String(hash)) + start,
  );
  await right.widget.launcher.waitFor();
  expect(right.faults).toEqual([]);
  const other = `sha384-${Buffer.alloc(48).toString("base64")}`;
  const wrong = await examples.open(examples.read("integrity.html").replace("sha384-…", other) + start);
  expect(wrong.faults).toEqual(["ChaskWidget is not defined"]);
});

/**
 * Those that no browser runs: the tests of docs/ look at them; the server's verifier at the tokens of those that make
 * some; the compiler at the rest.
 */
const elsewhere = [
  "ChaskTokenController.java",
  "ChaskTokenServlet.java",
  "audit.sh",
  "backup.sh",
  "beside.sh",
  "chask.properties",
  "chask.service",
  "files.properties",
  "get-user-token.ts",
  "hello.json",
  "nginx.conf",
  "npm.sh",
  "organization.sh",
  "restore.sh",
  "run.sh",
  "service.sh",
  "token.mjs",
  "token.php",
  "token.py",
  "token.rb",
  "upgrade.sh",
];

test("every example is run, or is none that can be", () => {
  const tests = ["examples", "frameworks", "api", "policy"]
    .map((name) => readFileSync(join(import.meta.dirname, `${name}.e2e.test.ts`), "utf8"))
    .join("\n");
  const files = globSync("*.*", { cwd: folder, exclude: ["comments.*", "*.d.ts"] });
  const missing = files.filter((file) => !tests.includes(`"${file}"`) && !elsewhere.includes(file));
  expect(missing).toEqual([]);
});
