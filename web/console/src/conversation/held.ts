import type { AgentClient } from "@chask/client";
import type { ReplyDraft } from "./draft";
import type { Drafts } from "./drafts";
import { forget } from "./uploads";

/// How long a reply can be taken back.
export const holdMilliseconds = 5_000;

/// The drafts of messages that are held, by message: with their files, which the message itself names only.
const held = new Map<string, ReplyDraft>();

/// Sends a draft so that it can be taken back for a few seconds.
export function hold(
  client: AgentClient,
  conversation: string,
  draft: ReplyDraft,
  message: Omit<Parameters<AgentClient["holdMessage"]>[0], "conversationId">,
): void {
  const id = client.holdMessage({ conversationId: conversation, ...message }, holdMilliseconds);
  held.set(id, draft);
  const end = client.subscribe(() => {
    if (!client.getState().held.has(id)) {
      end();
      // Unless it was taken back, its pictures are not needed any more.
      held.get(id)?.uploads.forEach(forget);
      held.delete(id);
    }
  });
}

/// Takes a held message back into the composer. False: it is on its way.
export function takeBack(client: AgentClient, drafts: Drafts, conversation: string, id: string): boolean {
  const draft = held.get(id);
  held.delete(id);
  const message = client.takeBackMessage(id);
  if (message === undefined) {
    draft?.uploads.forEach(forget);
    return false;
  }
  drafts.restore(conversation, draft ?? { text: message.content, uploads: [] });
  return true;
}

/// The last message of a conversation that can still be taken back.
export function newestHeld(client: AgentClient, conversation: string): string | undefined {
  const { held: waiting, threads } = client.getState();
  return threads.get(conversation)?.messages.findLast(({ id }) => waiting.has(id))?.id;
}
