/** Builds what the server serves (`dist`) and the npm package (`lib`) from the same source. */
import { readFileSync, rmSync } from "node:fs";
import { bundleChunks, bundlePackage, bundlePreview, bundleScript } from "./bundle.ts";
import { finish } from "./finish.ts";
import { writeTypes } from "./types.ts";

const folder = new URL("..", import.meta.url).pathname;
const { version } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));

rmSync(`${folder}dist`, { recursive: true, force: true });
rmSync(`${folder}lib`, { recursive: true, force: true });

const mark = await bundleChunks(folder, version);
await bundleScript(folder, version, { chunks: `widget/${version}/${mark}/`, file: "widget.js" });
await bundleScript(folder, version, { chunks: `${mark}/`, file: `${version}/widget.js` });
await bundlePreview(folder, version);
await finish(`${folder}dist`);

await bundlePackage(folder, version);
writeTypes(`${folder}src/api`, `${folder}lib/index.d.ts`);
