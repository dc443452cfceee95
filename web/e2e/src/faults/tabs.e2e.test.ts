import { expect, inject, test } from "vitest";

import { type Agent, onlyConversation, signIn } from "../harness/agent.ts";
import { useFixture, visit } from "../harness/fixture.ts";
import { list, text } from "../harness/json.ts";
import { createOrganization } from "../harness/server.ts";

const fixture = useFixture();

const queued: readonly string[] = Array.from({ length: 50 }, (_, index) => `queued ${index}`);

/** What the browser may keep unsent messages in, and the script that refuses it. */
const storages = [
  { name: "IndexedDB", refusal: "" },
  {
    name: "IndexedDB refused",
    refusal: `IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); };`,
  },
] as const;

/** JavaScript that counts the unsent messages this browser keeps, wherever it keeps them. */
const kept = `new Promise((resolve) => {
  const names = Object.keys(localStorage).filter((name) => name.includes(":out:"));
  const none = () => resolve(names.length);
  let request;
  try {
    request = indexedDB.open("chask");
  } catch {
    return none();
  }
  request.onerror = none;
  request.onsuccess = () => {
    const keys = request.result.transaction("values").objectStore("values").getAllKeys();
    keys.onsuccess = () => {
      request.result.close();
      resolve(names.length + keys.result.filter((key) => key.includes(":out:")).length);
    };
  };
})`;

async function stored(agent: Agent): Promise<readonly string[]> {
  const { id } = await onlyConversation(agent);
  const page = await agent.get(`/v1/conversations/${id}/messages?after=0&limit=100`);
  return list(page, "messages").map((message) => text(message, "content"));
}

test.for(storages)(
  "50 messages written offline in a tab that is closed then are sent once, in order, by the other tab ($name)",
  async ({ refusal }) => {
    const organization = await createOrganization(inject("data"), fixture().host.origin);
    const agent = await signIn(fixture().baseUrl, organization);
    const context = await fixture().browser.newContext({ locale: "en-US" });
    await context.addInitScript(refusal);
    const leader = await visit(fixture(), { context, organization });
    await leader.open();
    await leader.send("before");
    await leader.called("onMessageSent");
    const other = await visit(fixture(), { context, organization });
    await other.open();
    await other.dialog.getByText("before", { exact: true }).waitFor();

    await context.setOffline(true);
    await leader.run(
      `${JSON.stringify(queued)}.forEach((content) => void ChaskWidget.sendMessage({ content }))`,
    );
    await expect.poll(() => leader.run(kept)).toBe(50);
    await leader.page.close();
    await context.setOffline(false);

    await other.called("onMessageSent", 50);
    expect(await stored(agent)).toEqual(["before", ...queued]);
    const told = (await other.calls("onMessageSent")).map(({ argument }) => text(argument, "content"));
    expect(told).toEqual(queued);
    const shown = await other.dialog.getByText(/^queued \d+$/u).allTextContents();
    expect(shown).toEqual(queued);
    expect(await other.run(kept)).toBe(0);
    const errors = (await other.calls("onError")).map(({ argument }) => text(argument, "code"));
    expect(errors).not.toContain("SEND_ERROR");
  },
);
