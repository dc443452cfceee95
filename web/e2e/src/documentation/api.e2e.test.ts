import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { onlyConversation, signIn } from "../harness/agent.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { text } from "../harness/json.ts";
import { Examples } from "./examples.ts";

const run = promisify(execFile);
const fixture = useFixture();
const examples = new Examples(fixture);

/** Runs the commands as a reader would; gives the JSON that each line of output is. */
async function shell(
  script: string,
  environment: Readonly<Record<string, string>>,
): Promise<readonly unknown[]> {
  const { stdout } = await run("sh", ["-ec", script.replaceAll(/^curl /gmu, "curl -w '\\n' ")], {
    env: { ...process.env, ...environment },
  });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}

test("the commands of the HTTP API sign in, list and answer", async () => {
  const { baseUrl, organization } = fixture();
  const visitor = await visit(fixture());
  await visitor.open();
  await visitor.send("Do you ship to Peru?");
  await visitor.called("onMessageSent");
  const agent = await signIn(baseUrl, organization);
  const { id } = await onlyConversation(agent);
  const signing = examples
    .read("sign-in.sh")
    .replace("ana@example.com", organization.email)
    .replace('"password":"…"', `"password":"${organization.password}"`);
  const [session, listed] = await shell(signing, { TOKEN: agent.token });
  expect(text(session, "token")).not.toBe("");
  expect(listed).toMatchObject({ conversations: [{ id, status: "open" }] });
  const [answer] = await shell(examples.read("answer.sh"), { TOKEN: agent.token, CONVERSATION: id });
  expect(answer).toMatchObject({ content: "We ship tomorrow.", sender: "agent" });
  await visitor.called("onMessageReceived");
});

test("the problem that the documentation shows is the one that the server answers with", async () => {
  const { baseUrl, organization } = fixture();
  const agent = await signIn(baseUrl, organization);
  const answer = await fetch(`${baseUrl}/v1/conversations?limit=101`, {
    headers: { Authorization: `Bearer ${agent.token}` },
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual(JSON.parse(examples.read("problem.json")));
});

test("the description of the API is served beside the documentation", async () => {
  const answer = await fetch(`${fixture().baseUrl}/docs/openapi.yaml`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("openapi: 3.0.3");
});
