/// What we ship of others: checks the lock file and the licences, keeps THIRD-PARTY.md and writes the bill of materials.
/// `node scripts/supply.ts` checks; with `--write` it rewrites THIRD-PARTY.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { javaComponents, javaList, webComponents, type Component } from "./supply/components.ts";
import { json, list, locked, root, string } from "./supply/lock.ts";

/// Licences under which we may pass a component on together with ours. Each asks for no more than its text and notice.
const fit: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  // MIT in its own words.
  "Bouncy Castle Licence",
  "CC0-1.0",
  // Weak copyleft: unchanged libraries beside our code.
  "EPL-2.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Unlicense",
]);

function lockFaults(): readonly string[] {
  return [...locked()]
    .filter(([folder, entry]) => folder.includes("node_modules/") && !entry.link)
    .flatMap(([folder, entry]) => [
      ...(entry.integrity.startsWith("sha512-") ? [] : [`package-lock.json: ${folder} has no integrity`]),
      ...(entry.address === "" ? [] : [`package-lock.json: ${folder} names an address`]),
    ]);
}

function licenceFaults(components: readonly Component[]): readonly string[] {
  return components
    .filter(({ licences }) => !licences.some((licence) => fit.has(licence)))
    .map(({ name, version, licences }) => `${name} ${version}: ${licences.join(", ") || "no licence"}`);
}

function table(components: readonly Component[]): string {
  const rows = components
    .map(({ name, version, licences }) => `| ${name} | ${version} | ${licences.join(" or ")} |`)
    .toSorted();
  return ["| component | version | licence |", "| --- | --- | --- |", ...rows].join("\n");
}

function notice(java: readonly Component[], web: readonly Component[]): string {
  return `# Third-party components

What a Chask server carries besides our own code. Written by \`node scripts/supply.ts --write\`; a test compares it with
what is really built in, and refuses a licence that is not on its list. The embedded PostgreSQL itself is under the
PostgreSQL Licence.

## Server

${table(java)}

## Widget, console, demo and documentation

${table(web)}
`;
}

/// Both lists as one, in CycloneDX. Without a time: the same sources give the same bytes.
function bill(web: readonly Component[]): string {
  const java = javaList();
  const components = [...list(java["components"]), ...web.map(({ entry }) => entry)];
  return `${JSON.stringify({ ...java, components }, undefined, 2)}\n`;
}

/// Columns as the formatter pads them do not count.
function bare(markdown: string): string {
  return markdown.replace(/ *\| */gu, "|").replace(/-{3,}/gu, "---");
}

function run(write: boolean): number {
  const java = javaComponents();
  const web = webComponents();
  const file = join(root, "THIRD-PARTY.md");
  const wanted = notice(java, web);
  if (write) {
    writeFileSync(file, wanted);
  }
  const out = join(root, "target", "chask", "release");
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `chask-${string(json("package.json")["version"])}.cdx.json`), bill(web));
  const faults = [
    ...lockFaults(),
    ...licenceFaults([...java, ...web]),
    ...(bare(readFileSync(file, "utf8")) === bare(wanted)
      ? []
      : ["THIRD-PARTY.md is not what is built in: run `node scripts/supply.ts --write`"]),
  ];
  faults.forEach((fault) => console.error(fault));
  console.log(`${java.length} Java and ${web.length} npm components, ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = run(process.argv.includes("--write"));
