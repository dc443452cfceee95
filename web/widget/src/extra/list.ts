import type { Conversation } from "@chask/client";
import type { Context } from "../panel/context";
import { button, el } from "../panel/dom";
import { extraWords } from "./words";

/** All conversations of the visitor, the latest first, and the way to a new one. */
export function createList(context: Context, choose: (id?: string) => void): Element {
  const words = extraWords(context.locale);
  const { conversations } = context.session.client.getState();
  return el(
    "div",
    { class: "list", role: "group", "aria-label": words.conversations },
    ...conversations.map((conversation) => entry(conversation, context, choose)),
    button({ class: "new" }, () => choose(), words.newConversation),
  );
}

function entry(
  { id, lastMessage, unread }: Conversation,
  { words: { you, team }, locale }: Context,
  choose: (id: string) => void,
): Element {
  const words = extraWords(locale);
  const who = lastMessage?.sender === "user" ? you : (lastMessage?.author?.name ?? team);
  const when = lastMessage
    ? new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(lastMessage.timestamp)
    : "";
  return button(
    { class: unread ? "entry unread" : "entry" },
    () => choose(id),
    el("strong", {}, who),
    el("small", {}, when),
    el("span", {}, lastMessage?.content || words.file),
    ...(unread ? [el("b", { class: "count" }, String(unread))] : []),
  );
}
