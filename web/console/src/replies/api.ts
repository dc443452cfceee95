import { listOf, shape, text, type Guard } from "@chask/wire";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { anything, ask } from "../settings/request";
import { locales, type Locale } from "../shell/locale";

/// By language; at least one.
export type ReplyTexts = Readonly<Partial<Record<Locale, string>>>;

/// An answer that agents use again and again.
export interface CannedReply {
  readonly id: string;
  /// One line by which agents find it.
  readonly name: string;
  readonly texts: ReplyTexts;
}

export interface Replies {
  readonly replies: readonly CannedReply[];
  /// The organization's languages, its default first.
  readonly locales: readonly Locale[];
  readonly organizationName: string;
}

const isReply = shape({
  id: text,
  name: text,
  texts: shape({}, { en: text, es: text, "pt-BR": text }),
});

const isAnswer: Guard<{
  readonly replies: readonly CannedReply[];
  readonly locales: readonly string[];
  readonly organizationName: string;
}> = shape({ replies: listOf(isReply), locales: listOf(text), organizationName: text });

/// Of the query for them.
export const repliesKey: readonly string[] = ["replies"];

/// They as they are now.
export async function loadReplies(): Promise<Replies> {
  const answer = await ask({ method: "GET", path: "/v1/replies" }, isAnswer);
  return {
    ...answer,
    locales: locales.filter((one) => answer.locales.includes(one)).toSorted(byPlace(answer.locales)),
  };
}

function byPlace(order: readonly string[]): (one: string, other: string) => number {
  return (one, other) => order.indexOf(one) - order.indexOf(other);
}

/// The organization's canned replies, by name.
export function useReplies(): UseQueryResult<Replies> {
  return useQuery({ queryKey: repliesKey, queryFn: loadReplies, staleTime: 30_000 });
}

/// Also brings one back that was deleted.
export async function addReply(reply: CannedReply): Promise<CannedReply> {
  return ask({ method: "POST", path: "/v1/replies", body: reply }, isReply);
}

export async function changeReply({ id, name, texts }: CannedReply): Promise<CannedReply> {
  return ask({ method: "PUT", path: `/v1/replies/${id}`, body: { name, texts } }, isReply);
}

export async function deleteReply(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `/v1/replies/${id}` }, anything);
}
