import type { Note, Work } from "@chask/client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { api } from "../shell/client";
import { mentionPlace } from "../shell/route";
import { whenSeen } from "../shell/seen";
import { notesKey } from "./notes";

/// The notes of a conversation that mention this agent and that he has not seen.
export interface UnseenMentions {
  readonly unseen: readonly Note[];
  /// This note has been before him.
  readonly see: (note: string) => void;
}

/// The most notes the server tells of one conversation.
const most = 500;

const none: readonly Note[] = [];

export function useUnseenMentions(
  id: string,
  work: Work | undefined,
  notes: readonly Note[],
): UnseenMentions {
  const mentioned = work?.mentioned === true && notes.length >= Math.min(work.notes, most);
  const unseen = useMemo(() => (mentioned ? notes.filter((note) => note.unseen) : none), [mentioned, notes]);
  const told = useRef(new Set<string>());
  // The note is not among those the server tells: it would be marked for ever.
  const lost = mentioned && unseen.length === 0;
  useEffect(
    () =>
      lost && told.current.size === 0
        ? whenSeen(() => void api.markMentionsSeen(id).catch(() => undefined))
        : undefined,
    [id, lost],
  );
  const tell = useTell(id);
  const see = useCallback(
    (note: string) => {
      if (unseen.some((each) => each.id === note) && !told.current.has(note)) {
        told.current.add(note);
        // Refused or lost: the mark stays, and the next sight says it again.
        tell(note).catch(() => told.current.delete(note));
      }
    },
    [tell, unseen],
  );
  return useMemo(() => ({ unseen, see }), [unseen, see]);
}

/// Says that a note has been seen, also to those who show it next.
function useTell(id: string): (note: string) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async (note) => {
      await api.markMentionsSeen(id, note);
      queries.setQueryData<readonly Note[]>(notesKey(id), (notes) =>
        notes?.map((each) => (each.id === note ? { ...each, unseen: false } : each)),
      );
    },
    [queries, id],
  );
}

/// What the address leads to: a message or a note, or the first note that mentioned the agent when he came.
export function usePlace(at: string | undefined, { unseen }: UnseenMentions): string | undefined {
  const [mention, setMention] = useState<string>();
  const first = unseen[0]?.id;
  if (at === mentionPlace && mention === undefined && first !== undefined) {
    setMention(first);
  }
  return at === mentionPlace ? mention : at;
}
