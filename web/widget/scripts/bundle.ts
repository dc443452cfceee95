import { createHash } from "node:crypto";
import { copyFileSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import { shrink } from "./shrink.ts";
import { tokens } from "./tokens.ts";
import { build, type Rollup, type UserConfig } from "vite";

/** How one script is made: where it finds its chunks and what it is called. */
export interface Script {
  readonly chunks: string;
  readonly file: string;
}

const entries = {
  session: "src/session/index.ts",
  panel: "src/panel/index.ts",
  thread: "src/thread/index.ts",
  extra: "src/extra/index.ts",
  look: "src/look/index.ts",
  en: "src/locales/en.ts",
  es: "src/locales/es.ts",
  "pt-BR": "src/locales/pt-BR.ts",
};

/**
 * The lazy parts, each standing alone, in a folder whose name changes with the content of any of them: an address never
 * changes its content, and the loader need not carry a name for each. The result is the folder.
 */
export async function bundleChunks(root: string, version: string): Promise<string> {
  const folder = join(root, "dist", version);
  const sum = createHash("sha256");
  for (const [name, entry] of Object.entries(entries)) {
    const output = await bundle(root, version, {
      build: {
        outDir: join(folder, "chunks"),
        lib: { entry: { [name]: entry }, formats: ["es"] },
        rollupOptions: {
          preserveEntrySignatures: "allow-extension",
          output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", minify: true },
        },
      },
    });
    for (const chunk of output) {
      sum.update(chunk.code);
      if (chunk.isEntry && chunk.imports.length) {
        throw new Error(`${chunk.fileName} needs ${chunk.imports.join(", ")} before it can start`);
      }
    }
  }
  const mark = sum.digest("hex").slice(0, 8);
  renameSync(join(folder, "chunks"), join(folder, mark));
  return mark;
}

/** The loader as a classic script: it imports nothing, and declares nothing but its global. */
export async function bundleScript(root: string, version: string, script: Script): Promise<void> {
  const [chunk] = await bundle(root, version, {
    define: { CHUNK_FOLDER: JSON.stringify(script.chunks) },
    build: {
      outDir: "dist",
      // The script's only export is nothing; the name is what the format asks for.
      lib: { entry: "src/loader/script.ts", formats: ["iife"], name: "ChaskScript" },
      rollupOptions: {
        output: { entryFileNames: script.file },
      },
    },
  });
  if (chunk?.imports.length) {
    throw new Error(`The loader imports ${chunk.imports.join(", ")}`);
  }
}

/** The page in which the console shows a look before it is saved: what answers the widget there in the server's place. */
export async function bundlePreview(root: string, version: string): Promise<void> {
  await bundle(root, version, {
    build: {
      outDir: "dist",
      lib: { entry: "src/preview/index.ts", formats: ["iife"], name: "ChaskPreview" },
      rollupOptions: { output: { entryFileNames: "preview.js" } },
    },
  });
  copyFileSync(join(root, "src/preview/preview.html"), join(root, "dist/preview.html"));
}

/** The npm package: one entry, the chunks beside it. */
export async function bundlePackage(root: string, version: string): Promise<void> {
  await bundle(root, version, {
    build: {
      outDir: "lib",
      lib: { entry: { index: "src/index.ts" }, formats: ["es"] },
      rollupOptions: {
        preserveEntrySignatures: "allow-extension",
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", minify: true },
      },
    },
  });
}

async function bundle(root: string, version: string, config: UserConfig): Promise<Rollup.OutputChunk[]> {
  const result = await build({
    root,
    configFile: false,
    plugins: [tokens(), shrink()],
    logLevel: "warn",
    define: { WIDGET_VERSION: JSON.stringify(version), ...config.define },
    build: {
      target: "es2022",
      cssTarget: "esnext",
      emptyOutDir: false,
      modulePreload: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      ...config.build,
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const files = outputs.flatMap((item) => ("output" in item ? item.output : []));
  const strange = files.find((file) => file.type === "asset");
  if (strange) {
    throw new Error(`Unexpected file ${basename(strange.fileName)}: styles belong into the chunks`);
  }
  return files.filter((file) => file.type === "chunk");
}
