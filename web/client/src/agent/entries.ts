import { text } from "@chask/wire";
import type { ClientFrame } from "@chask/wire";
import type { Draft, Quote } from "../contract";
import type { Engine } from "../engine/engine";
import type { Entry } from "../outbox/entry";

export interface EntryOptions {
  readonly engine: Pick<Engine, "newId">;
  readonly environment: { readonly now: () => number };
  readonly tab: string;
  readonly owner: string;
  /** What messages that were sent from here answer, by their ids. */
  readonly quotes: Map<string, Quote>;
}

/** Makes an agent's drafts into entries of the outbox. */
export function entryMaker({
  engine,
  environment,
  tab,
  owner,
  quotes,
}: EntryOptions): (draft: Draft) => Entry {
  return ({ content, attachments = [], conversationId = "", replyTo }) => {
    const id = engine.newId();
    if (replyTo) {
      quotes.set(id, replyTo);
    }
    return {
      id,
      conversation: conversationId,
      content,
      attachments,
      since: environment.now(),
      tab,
      owner,
      ...(replyTo && { replyTo: replyTo.id }),
    };
  };
}

/** The frame with what its message answers, as the outbox keeps it. */
export function answering(frame: ClientFrame, entryOf: (id: string) => Entry | undefined): ClientFrame {
  const replyTo = frame.type === "send" ? entryOf(frame.id)?.replyTo : undefined;
  return frame.type === "send" && text(replyTo) ? { ...frame, replyTo } : frame;
}
