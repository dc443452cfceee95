/// Holds the widget to its byte budget, measured as the server sends it: the compressed files beside the built ones.
/// Everything that is built counts, except what is named here as loaded after the panel can be typed into.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";

const kilobyte = 1_000;

interface Encoding {
  readonly name: string;
  readonly suffix: string;
  /// Bytes of the loader, and of everything up to a panel that can be typed into.
  readonly loader: number;
  readonly opened: number;
}

/// Brotli is what browsers ask for over https and from this machine: it is held to the product's budget, of 4 kB and
/// 22 kB. Over plain http they ask for gzip, which packs the same files some 9 % larger. Its figures are no budget but a
/// ceiling: what has been reached, rounded up a little, so that it does not grow unseen.
const encodings: readonly Encoding[] = [
  { name: "brotli", suffix: ".br", loader: 4 * kilobyte, opened: 22 * kilobyte },
  { name: "gzip", suffix: ".gz", loader: 4.53 * kilobyte, opened: 24.05 * kilobyte },
];
const dist = join(dirname(import.meta.dirname), "web", "widget", "dist");

/// Chunks that are loaded when the panel can be typed into already: `company`, which joins this tab to the others, after
/// the first welcome; the rest only for a message, a file, a look of one's own, the list of conversations, data about oneself, a network
/// without WebSockets, or a browser whose database fails. `preview` is the console's.
const loadedLater: readonly RegExp[] = [
  /^(?:thread|extra|look|uploading|company|sse|both|account)\.js$/u,
  /^preview\.js$/u,
];

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

function measure(file: string, suffix: string): Sent {
  return { file: relative(dist, file), bytes: statSync(file + suffix).size };
}

function sum(sent: readonly Sent[]): number {
  return sent.reduce((total, one) => total + one.bytes, 0);
}

function report(name: string, sent: readonly Sent[], budget: number): boolean {
  const total = sum(sent);
  for (const { file, bytes } of sent) {
    console.log(`  ${String(bytes).padStart(6)}  ${file}`);
  }
  console.log(`${name}: ${total} of ${Math.floor(budget)} bytes`);
  return total <= budget;
}

function fits({ name, suffix, ...budget }: Encoding): boolean {
  const sent = builtFiles()
    .map((file) => measure(file, suffix))
    .filter(
      ({ file }) => !pinnedLoader.test(file) && !loadedLater.some((later) => later.test(basename(file))),
    );
  const languages = sent.filter(({ file }) => catalogue.test(basename(file)));
  const largest = languages.toSorted((one, other) => other.bytes - one.bytes).slice(0, 1);
  const opened = [...sent.filter((one) => !languages.includes(one)), ...largest];
  const loader = sent.filter(({ file }) => file === "widget.js");
  const loaderFits = loader.length === 1 && report(`Loader, ${name}`, loader, budget.loader);
  const openedFits = report(`Up to a panel that can be typed into, ${name}`, opened, budget.opened);
  return loaderFits && openedFits;
}

/// What the console needs for its first view, gzipped: its page, what that names, and the font, which is packed already.
const firstView = 250 * kilobyte;

function consoleFits(): boolean {
  const folder = join(dirname(import.meta.dirname), "web", "console", "dist");
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/console\/([^"]+)"/gu)].map((match) => match[1] ?? "");
  const packed = ["index.html", ...named].map((file) => ({
    file,
    bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
  }));
  const fonts = readdirSync(join(folder, "assets"))
    .filter((name) => /^inter-latin-wght-normal.*\.woff2$/u.test(name))
    .map((file) => ({ file, bytes: statSync(join(folder, "assets", file)).size }));
  return report("First view of the console, gzip", [...packed, ...fonts], firstView);
}

process.exitCode = [...encodings.map(fits), consoleFits()].every(Boolean) ? 0 : 1;
