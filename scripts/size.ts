/// Holds the widget to its byte budget, measured as the server sends it: the brotli files beside the built ones.
/// Everything that is built counts, except what is named here as loaded after the panel can be typed into.
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

const kilobyte = 1_000;
const loaderBudget = 4 * kilobyte;
const openBudget = 22 * kilobyte;
const dist = join(dirname(import.meta.dirname), "web", "widget", "dist");

/// Chunks a visitor loads only by doing more than opening and typing: a message, a file, a second tab, data about oneself, a network without WebSockets, a browser whose database fails.
const loadedLater: readonly RegExp[] = [/^(?:thread|extra|upload|company|sse|both|account)\.js$/u];

/// The same loader under its version's address, for pages that pin it: a page loads one of the two.
const pinnedLoader = /^\d[^/]*\/widget\.js$/u;

/// A visitor has one language: of the catalogues' chunks the largest counts.
const catalogue = /^(?:en|es|pt-BR)\b.*\.js$/u;

interface Sent {
  readonly file: string;
  readonly bytes: number;
}

function builtFiles(): readonly string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|css)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function measure(file: string): Sent {
  return { file: relative(dist, file), bytes: statSync(`${file}.br`).size };
}

function sum(sent: readonly Sent[]): number {
  return sent.reduce((total, one) => total + one.bytes, 0);
}

function report(name: string, sent: readonly Sent[], budget: number): boolean {
  const total = sum(sent);
  for (const { file, bytes } of sent) {
    console.log(`  ${String(bytes).padStart(6)}  ${file}`);
  }
  console.log(`${name}: ${total} of ${budget} bytes`);
  return total <= budget;
}

const sent = builtFiles()
  .map(measure)
  .filter(({ file }) => !pinnedLoader.test(file) && !loadedLater.some((later) => later.test(basename(file))));
const languages = sent.filter(({ file }) => catalogue.test(basename(file)));
const largest = languages.toSorted((one, other) => other.bytes - one.bytes).slice(0, 1);
const opened = [...sent.filter((one) => !languages.includes(one)), ...largest];
const loader = sent.filter(({ file }) => file === "widget.js");

const loaderFits = loader.length === 1 && report("Loader", loader, loaderBudget);
const openFits = report("Up to a panel that can be typed into", opened, openBudget);
process.exitCode = loaderFits && openFits ? 0 : 1;
