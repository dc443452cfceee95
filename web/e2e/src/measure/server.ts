import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { text } from "../harness/json.ts";

export const root: string = fileURLToPath(new URL("../../../../", import.meta.url));
const door = join(root, "chask");
const run = promisify(execFile);

/** A server of its own with one organization full of invented conversations. */
export interface SeededServer {
  readonly baseUrl: string;
  readonly email: string;
  readonly password: string;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function chask(data: string, ...words: readonly string[]): Promise<unknown> {
  const { stdout } = await run(door, [...words, "--data", data, "--json"]);
  const made: unknown = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
  return made;
}

async function ready(baseUrl: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    // oxlint-disable-next-line no-await-in-loop -- polling is what readiness probes do
    const serves = await fetch(`${baseUrl}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (serves) {
      return;
    }
    // oxlint-disable-next-line no-await-in-loop
    await pause(100);
  }
  throw new Error("the server was not ready in time");
}

async function fill(data: string, server: SeededServer, name: string, conversations: number): Promise<void> {
  const { baseUrl, email, password } = server;
  const agent = ["--agent-email", email, "--agent-password", password];
  const organization = await chask(
    data,
    "organization",
    "create",
    "--name",
    name,
    "--origin",
    baseUrl,
    ...agent,
  );
  const id = text(organization, "organizationId");
  await chask(data, "seed", "--organization", id, "--conversations", String(conversations));
}

/** Starts it, hands it over, and stops and deletes it at the end. Needs `./chask build`. */
export async function withSeededServer<T>(
  name: string,
  conversations: number,
  use: (server: SeededServer) => Promise<T>,
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), "chask-measure-"));
  const port = await freePort();
  const server = {
    baseUrl: `http://127.0.0.1:${port}`,
    email: "ana@example.com",
    password: "a password to measure with",
  };
  const child = spawn(door, ["run", "--port", String(port), "--data", data], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    await Promise.race([ready(server.baseUrl), ended]);
    if (child.exitCode !== null) {
      throw new Error(`the server ended with ${child.exitCode}`);
    }
    await fill(data, server, name, conversations);
    return await use(server);
  } finally {
    child.kill("SIGTERM");
    await ended;
    await rm(data, { recursive: true, force: true });
  }
}
