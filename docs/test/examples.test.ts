import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

import { exampleFiles, exampleProblems } from "../scripts/examples.ts";
import { readReasons, readSettings } from "../scripts/server.ts";

const repository = path.join(import.meta.dirname, "../..");
const server = path.join(repository, "server/src/main/java/io/chask");
const settings = readSettings(path.join(server, "config/Settings.java")).map(({ key }) => key);
const variables = settings.map((key) => `CHASK_${key.replaceAll(/[.-]/gu, "_").toUpperCase()}`);
const flags = settings.map((key) => `--${key.replaceAll(".", "-")}`);

function read(file: string): string {
  return readFileSync(path.join(repository, "docs/src/examples", file), "utf8");
}

function lines(file: string): readonly string[] {
  return read(file).trimEnd().split("\n");
}

test("every example is shown, and every code that is shown is an example", () => {
  expect(exampleProblems()).toEqual([]);
});

test.each(["chask.properties", "files.properties"])("%s names settings that exist", (file) => {
  const keys = lines(file).map((line) => line.split("=")[0] ?? "");
  expect(keys.filter((key) => !settings.includes(key))).toEqual([]);
});

test("the service is written as systemd reads it, with flags and variables that exist", () => {
  const service = lines("chask.service").filter((line) => line !== "");
  expect(service.filter((line) => !/^(?:\[\w+\]|[A-Z]\w+=\S.*)$/u.test(line))).toEqual([]);
  const named = service.flatMap((line) => /^Environment=(\w+)=/u.exec(line)?.[1] ?? []);
  expect(named.filter((name) => !variables.includes(name))).toEqual([]);
  const given = service.find((line) => line.startsWith("ExecStart="))?.match(/--[\w-]+/gu) ?? [];
  expect(given.filter((flag) => !flags.includes(flag))).toEqual([]);
  expect(given).not.toEqual([]);
});

test("the service is the unit that is shipped", () => {
  const shipped = readFileSync(path.join(repository, "deploy/chask.service"), "utf8").split("\n");
  expect(shipped.filter((line) => !line.startsWith("#")).join("\n")).toBe(read("chask.service"));
});

test.each(["content-security-policy.http", "content-security-policy-nonce.http"])(
  "the policy of %s is one header of one line, for one server",
  (file) => {
    const [header = "", ...others] = lines(file);
    expect(others).toEqual([]);
    expect(header).toMatch(/^Content-Security-Policy: (?:[a-z]+-src [^;]+(?:; |$))+$/u);
    const hosts = new Set(header.match(/\w+:\/\/[^\s;]+/gu));
    expect(hosts).toEqual(new Set(["https://chat.example.com", "wss://chat.example.com"]));
  },
);

test("the problem has the code, the status and the title of its reason, and leads to its place", () => {
  const problem: unknown = JSON.parse(read("problem.json"));
  const reasons = readReasons(path.join(server, "wire/Reason.java"));
  const known = reasons.find(({ reason }) => reason === "INVALID_FIELD");
  expect(problem).toMatchObject({
    type: "/docs/errors/#invalid-field",
    status: Number(known?.status),
    code: known?.code,
    reason: "INVALID_FIELD",
  });
});

test("the first frame is one that the protocol's golden frames know", () => {
  const hello: unknown = JSON.parse(read("hello.json"));
  expect(hello).toMatchObject({ type: "hello", v: 1 });
});

/** Blocks balance, and each line opens one, closes one or is a whole statement. */
function faultsOfNginx(text: string): readonly string[] {
  const statements = text.split("\n").map((line) => line.trim());
  const opened = text.match(/\{/gu)?.length ?? 0;
  const closed = text.match(/\}/gu)?.length ?? 0;
  return [
    ...statements.filter((line) => line !== "" && !/^(?:.+ \{|\}|\S.*;)$/u.test(line)),
    ...(opened === closed ? [] : ["the braces do not balance"]),
  ];
}

test("the configuration of nginx is well-formed and uses only variables that exist", () => {
  const text = read("nginx.conf");
  expect(faultsOfNginx(text)).toEqual([]);
  const defined = [...text.matchAll(/^map \S+ \$(\w+)/gmu)].map(([, name]) => name ?? "");
  const builtIn = ["http_upgrade", "host", "proxy_add_x_forwarded_for", "scheme"];
  const used = [...text.matchAll(/\$(\w+)/gu)].map(([, name]) => name ?? "");
  expect(used.filter((name) => ![...defined, ...builtIn].includes(name))).toEqual([]);
});

test.each(["chat.example.com {", "proxy_pass http://127.0.0.1"])("a slip such as %s is found", (line) => {
  expect(faultsOfNginx(`${line}\n`)).not.toEqual([]);
});

describe.each(exampleFiles().filter((file) => file.endsWith(".sh")))("the commands of %s", (file) => {
  test("are ones that a shell can read", () => {
    expect(spawnSync("sh", ["-n"], { input: read(file), encoding: "utf8" }).stderr).toBe("");
  });

  test("give ./chask run no flag that it does not know", () => {
    const given = [...read(file).matchAll(/chask (?:run|doctor) (.*)$/gmu)].flatMap(([, rest]) =>
      (rest ?? "").match(/--[\w-]+/gu),
    );
    expect(given.filter((flag) => flag !== null && !flags.includes(flag))).toEqual([]);
  });
});
