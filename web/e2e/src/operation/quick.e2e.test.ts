import { access, chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "vitest";

import { startServer, temporaryFolder } from "../harness/server.ts";

test("what is built starts without Maven and npm, on a machine that has neither", async () => {
  const programs = await temporaryFolder();
  const calls = join(programs, "calls");
  for (const name of ["mvn", "npm", "npx"]) {
    const program = join(programs, name);
    // oxlint-disable-next-line no-await-in-loop -- three small files
    await writeFile(program, `#!/bin/sh\necho ${name} "$@" >>"${calls}"\nexit 1\n`);
    // oxlint-disable-next-line no-await-in-loop
    await chmod(program, 0o755);
  }
  const data = await temporaryFolder();
  await (await startServer({ data })).stop();

  const began = performance.now();
  const server = await startServer({ data, programs });
  console.log(`ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  try {
    const called = await access(calls).then(
      () => readFile(calls, "utf8"),
      () => "",
    );
    expect(called).toBe("");
  } finally {
    await server.remove();
  }
});
