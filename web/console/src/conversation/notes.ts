import type { Colleague, Note } from "@chask/client";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { api } from "../shell/client";
import { afterFailure, useGrown } from "./grown";

export function notesKey(id: string): readonly ["notes", string] {
  return ["notes", id];
}

/// The notes of a conversation; asked for again when the list tells another number of them.
export function useNotes(id: string, count: number | undefined): UseQueryResult<readonly Note[]> {
  const query = useQuery({
    queryKey: notesKey(id),
    queryFn: () => api.listNotes(id),
    enabled: count !== undefined && count > 0,
    refetchInterval: afterFailure,
  });
  useGrown(notesKey(id), query.data?.length, count ?? 0);
  return query;
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

/// Whom a text mentions by their whole name. Where one name begins with another, the longer is meant.
export function mentioned(text: string, colleagues: readonly Colleague[]): readonly string[] {
  const written = text.toLowerCase();
  const names = new Set(colleagues.map(({ name }) => name.toLowerCase()));
  const longestFirst = [...names].toSorted((one, other) => other.length - one.length);
  const found = new Set<string | undefined>();
  for (const { 0: sign, index } of written.matchAll(/(?:^|[^\p{L}\p{N}])@/gu)) {
    const rest = written.slice(index + sign.length);
    found.add(longestFirst.find((name) => rest.startsWith(name) && endsWord(rest, name.length)));
  }
  return colleagues.filter(({ name }) => found.has(name.toLowerCase())).map(({ id }) => id);
}

function endsWord(text: string, at: number): boolean {
  return !/^[\p{L}\p{N}]/u.test(text.slice(at));
}
