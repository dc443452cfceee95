/// Everything of others that we ship, from both worlds.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { json, list, locked, nameOf, object, root, shippedPackages, string } from "./lock.ts";

export interface Component {
  readonly name: string;
  readonly version: string;
  /// Any one of them may be chosen.
  readonly licences: readonly string[];
  /// As CycloneDX writes it.
  readonly entry: Readonly<Record<string, unknown>>;
}

const javaFile = ["server", "target", "sbom.json"] as const;

/// The list that Maven makes when it packages the server.
export function javaList(): Readonly<Record<string, unknown>> {
  if (!existsSync(join(root, ...javaFile))) {
    throw new Error("server/target/sbom.json is missing: `./chask test supply` makes it");
  }
  return json(...javaFile);
}

export function javaComponents(): readonly Component[] {
  return list(javaList()["components"]).map((value) => {
    const entry = object(value);
    const licences = list(entry["licenses"]).map((one) => {
      const licence = object(object(one)["license"]);
      return string(licence["id"]) || string(licence["name"]) || string(object(one)["expression"]);
    });
    return {
      name: `${string(entry["group"])}:${string(entry["name"])}`,
      version: string(entry["version"]),
      licences,
      entry,
    };
  });
}

export function webComponents(): readonly Component[] {
  const all = locked();
  return shippedPackages(all).map((folder) => {
    const name = nameOf(folder);
    const { version, licence, integrity } = all.get(folder) ?? { version: "", licence: "", integrity: "" };
    const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
    return {
      name,
      version,
      licences: licence.replace(/[()]/gu, "").split(" OR "),
      entry: {
        type: "library",
        "bom-ref": purl,
        name,
        version,
        purl,
        licenses: [{ expression: licence }],
        hashes: [{ alg: "SHA-512", content: hexadecimal(integrity) }],
      },
    };
  });
}

function hexadecimal(integrity: string): string {
  return Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex");
}
