/// What package-lock.json says, decoded as far as it is needed.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const root: string = join(import.meta.dirname, "..", "..");

export interface Locked {
  readonly version: string;
  readonly licence: string;
  readonly integrity: string;
  readonly address: string;
  readonly link: boolean;
  readonly dependencies: readonly string[];
}

export function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

export function string(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function json(...path: readonly string[]): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(readFileSync(join(root, ...path), "utf8"));
  return object(value);
}

/// Each folder of a package, with what is locked there.
export function locked(): ReadonlyMap<string, Locked> {
  return new Map(
    Object.entries(object(json("package-lock.json")["packages"])).map(([folder, value]) => {
      const entry = object(value);
      return [
        folder,
        {
          version: string(entry["version"]),
          licence: string(entry["license"]),
          integrity: string(entry["integrity"]),
          address: string(entry["resolved"]),
          link: entry["link"] === true,
          dependencies: [
            ...Object.keys(object(entry["dependencies"])),
            ...Object.keys(object(entry["optionalDependencies"])),
          ],
        },
      ];
    }),
  );
}

/// Where a package of this name is found by the code in `folder`: beside it, or further up.
function resolve(folder: string, name: string, all: ReadonlyMap<string, Locked>): string | undefined {
  const candidate = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
  if (all.has(candidate)) {
    return candidate;
  }
  return folder === "" ? undefined : resolve(folder.replace(/(?:^|\/)[^/]*$/u, ""), name, all);
}

/// Workspaces whose code, with all it needs, is in what we ship.
const shipped = ["web/wire", "web/client", "web/design", "web/widget", "web/console", "web/demo"];

/// The documentation is built by its dependencies; of them only what they put into its pages is shipped, not what they
/// are built with.
const pages = ["docs"];

/// The folders of all packages of others that are in what we ship.
export function shippedPackages(all: ReadonlyMap<string, Locked>): readonly string[] {
  const found = new Set<string>();
  const visit = (folder: string, deep: boolean): void => {
    for (const name of all.get(folder)?.dependencies ?? []) {
      const at = resolve(folder, name, all);
      if (at !== undefined && !found.has(at) && all.get(at)?.link !== true) {
        found.add(at);
        if (deep) {
          visit(at, true);
        }
      }
    }
  };
  shipped.forEach((folder) => visit(folder, true));
  pages.forEach((folder) => visit(folder, false));
  return [...found].toSorted();
}

/// `@scope/name` of a package's folder.
export function nameOf(folder: string): string {
  return folder.replace(/^.*node_modules\//u, "");
}
