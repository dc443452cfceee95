import type { Colleague, Note } from "@chask/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../shell/client";

export function notesKey(id: string): readonly ["notes", string] {
  return ["notes", id];
}

/// The notes of a conversation; asked for again when the list tells another number of them.
export function useNotes(id: string, count: number | undefined): readonly Note[] {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: notesKey(id),
    queryFn: () => api.listNotes(id),
    enabled: count !== undefined && count > 0,
  });
  const known = query.data;
  const outdated = known !== undefined && count !== undefined && known.length < count;
  useEffect(() => {
    if (outdated) {
      void queries.invalidateQueries({ queryKey: notesKey(id) });
    }
  }, [queries, id, outdated]);
  return known ?? none;
}

const none: readonly Note[] = [];

/// Says that what mentions this agent has been seen, once the conversation is open before him.
export function useMentionsSeen(id: string, unseen: boolean): void {
  useEffect(() => {
    if (unseen) {
      // Refused or lost: the mark stays, and the next visit says it again.
      api.markMentionsSeen(id).catch(() => undefined);
    }
  }, [id, unseen]);
}

/// The beginning of a name that stands after an `@` right before this place of the text.
export function mentionAt(
  text: string,
  caret: number,
): { readonly start: number; readonly typed: string } | undefined {
  const found = /(?:^|\s)@([\p{L}\p{N}._-]{0,40})$/u.exec(text.slice(0, caret));
  const typed = found?.[1];
  return typed === undefined ? undefined : { start: caret - typed.length - 1, typed };
}

/// The colleagues whose name, or a word of it, begins so.
export function suggested(colleagues: readonly Colleague[], typed: string): readonly Colleague[] {
  const wanted = typed.toLowerCase();
  return colleagues
    .filter(({ name }) =>
      name
        .toLowerCase()
        .split(/\s+/u)
        .concat(name.toLowerCase())
        .some((word) => word.startsWith(wanted)),
    )
    .slice(0, 6);
}

/// Whom a text mentions by their whole name.
export function mentioned(text: string, colleagues: readonly Colleague[]): readonly string[] {
  const written = text.toLowerCase();
  return colleagues.filter(({ name }) => written.includes(`@${name.toLowerCase()}`)).map(({ id }) => id);
}
