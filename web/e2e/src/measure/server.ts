import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { text } from "../harness/json.ts";
import { freePort } from "../harness/port.ts";
import type { Organization } from "../harness/server.ts";

export const root: string = fileURLToPath(new URL("../../../../", import.meta.url));
const door = join(root, "chask");
const run = promisify(execFile);

type SignIn = Pick<Organization, "email" | "password">;

/** A server of its own with one organization full of invented conversations. */
export interface SeededServer {
  readonly baseUrl: string;
  readonly organization: Organization;
  /** Makes another one, with nothing in it. */
  readonly create: (name: string) => Promise<Organization>;
  /** Adds an agent to an organization, and gives how he signs in. */
  readonly addAgent: (organizationId: string, name: string) => Promise<SignIn>;
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

/** An organization whose pages are the server's own. */
async function create(data: string, baseUrl: string, name: string, email: string): Promise<Organization> {
  const password = "a password to measure with";
  const words = ["organization", "create", "--name", name, "--origin", baseUrl];
  const made = await chask(data, ...words, "--agent-email", email, "--agent-password", password);
  return {
    organizationId: text(made, "organizationId"),
    apiKey: text(made, "apiKey"),
    agentId: text(made, "agentId"),
    email,
    password,
  };
}

async function addAgent(data: string, organizationId: string, name: string): Promise<SignIn> {
  const added = { email: "ana-2@example.com", password: "another one to measure with" };
  const who = ["--organization", organizationId, "--email", added.email, "--name", name];
  await chask(data, "agent", "add", ...who, "--password", added.password);
  return added;
}

/** Starts it, hands it over, and stops and deletes it at the end. Needs `./chask build`. */
export async function withSeededServer<T>(
  name: string,
  conversations: number,
  use: (server: SeededServer) => Promise<T>,
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), "chask-measure-"));
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  // The pictures guess a code of the second factor wrongly in each size, scheme and language.
  const lenient = { ...process.env, CHASK_QUOTA_SIGN_INS: "1000" };
  const child = spawn(door, ["run", "--port", String(port), "--data", data], {
    env: lenient,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    await Promise.race([ready(baseUrl), ended]);
    if (child.exitCode !== null) {
      throw new Error(`the server ended with ${child.exitCode}`);
    }
    const organization = await create(data, baseUrl, name, "ana@example.com");
    const { organizationId } = organization;
    await chask(data, "seed", "--organization", organizationId, "--conversations", String(conversations));
    return await use({
      baseUrl,
      organization,
      create: (other) => create(data, baseUrl, other, "luis@example.com"),
      addAgent: (id, agent) => addAgent(data, id, agent),
    });
  } finally {
    child.kill("SIGTERM");
    await ended;
    await rm(data, { recursive: true, force: true });
  }
}
