import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { inject } from "vitest";

import { text } from "./json.ts";
import { freePort } from "./port.ts";

export const root: string = fileURLToPath(new URL("../../../../", import.meta.url));
const door = join(root, "chask");
const run = promisify(execFile);

/** What `organization create --json` prints, and the agent's sign-in it was given. */
export interface Organization {
  readonly organizationId: string;
  readonly apiKey: string;
  readonly agentId: string;
  readonly email: string;
  readonly password: string;
}

/** A Chask server in a process of its own, started as an operator starts it. */
export interface ChaskServer {
  readonly baseUrl: string;
  readonly data: string;
  readonly output: () => string;
  /** Sends the signal and waits for the end; gives the exit code, or null after a kill. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Stops, and deletes the data folder. */
  readonly remove: () => Promise<void>;
}

/** A new folder in the one that is removed at the end of all tests. */
export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(inject("folder"), "test-"));
}

export interface ServerOptions {
  readonly port?: number;
  readonly data?: string;
  readonly flags?: readonly string[];
  /** Folders looked into for programs before all others. */
  readonly programs?: string;
  /** Milliseconds until it has to be ready. */
  readonly patience?: number;
}

export async function startServer(options: ServerOptions = {}): Promise<ChaskServer> {
  const port = options.port ?? (await freePort());
  const data = options.data ?? (await temporaryFolder());
  const path = [options.programs, process.env["PATH"]].filter(Boolean).join(":");
  const child = spawn(door, ["run", "--port", String(port), "--data", data, ...(options.flags ?? [])], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: path },
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (output += String(chunk)));
  const baseUrl = `http://127.0.0.1:${port}`;
  const stop = (signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> => end(child, signal);
  try {
    await ready(child, baseUrl, () => output, options.patience ?? 90_000);
  } catch (error) {
    const killed = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await stop();
    clearTimeout(killed);
    throw error;
  }
  return {
    baseUrl,
    data,
    output: () => output,
    stop,
    remove: async () => {
      await stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function ready(
  child: ChildProcess,
  baseUrl: string,
  output: () => string,
  patience: number,
): Promise<void> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    }
    // oxlint-disable-next-line no-await-in-loop -- polling is what readiness probes do
    const status = await fetch(`${baseUrl}/health/ready`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) {
      return;
    }
    // oxlint-disable-next-line no-await-in-loop
    await pause(50);
  }
  throw new Error(`the server was not ready in time:\n${output()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }
  return child.exitCode;
}

/** A command ends before the optimizing compiler has paid for itself. */
const shortLived = {
  ...process.env,
  CHASK_JAVA_OPTIONS: `${process.env["CHASK_JAVA_OPTIONS"] ?? ""} -XX:TieredStopAtLevel=1`,
};

/** Runs one of the door's commands against a data folder and gives the last line of its standard output. */
export async function command(data: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run(door, [...words, "--data", data], { maxBuffer: 1 << 20, env: shortLived });
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}

let organizations = 0;

/** Makes an organization beside the running server. */
export async function createOrganization(data: string, ...origins: readonly string[]): Promise<Organization> {
  return createNamed(data, { organization: `Shop ${organizations + 1}` }, ...origins);
}

/** The same with names of one's own. */
export async function createNamed(
  data: string,
  names: { readonly organization: string; readonly agent?: string },
  ...origins: readonly string[]
): Promise<Organization> {
  organizations += 1;
  const email = `agent-${process.pid}-${Date.now()}-${organizations}@example.com`;
  const password = `correct horse ${process.pid} ${organizations}`;
  const line = await command(
    data,
    "organization",
    "create",
    "--name",
    names.organization,
    ...(names.agent === undefined ? [] : ["--agent-name", names.agent]),
    ...origins.flatMap((origin) => ["--origin", origin]),
    "--agent-email",
    email,
    "--agent-password",
    password,
    "--json",
  );
  const made: unknown = JSON.parse(line);
  return {
    organizationId: text(made, "organizationId"),
    apiKey: text(made, "apiKey"),
    agentId: text(made, "agentId"),
    email,
    password,
  };
}
