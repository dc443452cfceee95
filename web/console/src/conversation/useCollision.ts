import { useState } from "react";
import { useAgentId, useClientState } from "../shell/client";
import { useDraft } from "./DraftsProvider";
import { newestStored } from "./stored";
import { useViewers } from "./viewing";

/// A colleague is about to say, or has just said, something where this agent has a draft.
export interface Collision {
  readonly kind: "writing" | "answered";
  readonly name: string;
  /// The agent has seen it and decided.
  readonly settle: () => void;
}

/// The collision that the agent has not yet decided on.
export function useCollision(id: string): Collision | undefined {
  const text = useDraft(id).text.trim();
  const writer = useViewers(id).find(({ writing }) => writing);
  const answer = useForeignAnswer(id, text !== "");
  const [settled, settle] = useState("");
  const key = `${writer?.id ?? ""} ${answer?.id ?? ""}`;
  if (text === "" || key === settled) {
    return undefined;
  }
  if (answer !== undefined) {
    return { kind: "answered", name: answer.name, settle: () => settle(key) };
  }
  return writer === undefined ? undefined : { kind: "writing", name: writer.name, settle: () => settle(key) };
}

/// A colleague's reply that has come since this agent began to write.
function useForeignAnswer(
  id: string,
  writes: boolean,
): { readonly id: string; readonly name: string } | undefined {
  const agentId = useAgentId();
  const thread = useClientState((state) => state.threads.get(id));
  const newest = thread?.messages.findLast(
    ({ sender, author }) => sender === "agent" && author !== undefined && author.id !== agentId,
  );
  const until = newestStored(thread?.messages ?? [])?.timestamp.getTime() ?? 0;
  const loaded = until > 0;
  const [known, setKnown] = useState({ until, loaded });
  // While nothing is written, and when the thread comes, whatever stands in it is known.
  if (!(writes && known.loaded) && (known.until !== until || known.loaded !== loaded)) {
    setKnown({ until, loaded });
  }
  const isNew = writes && known.loaded && (newest?.timestamp.getTime() ?? 0) > known.until;
  return newest === undefined || !isNew ? undefined : { id: newest.id, name: newest.author?.name ?? "" };
}
