import type { ChatMessage, Conversation, Quote } from "@chask/client";
import { filled, type Context } from "../panel/context";
import { button, el } from "../panel/dom";
import { threadWords } from "./words";

/** Pages of history that are loaded to come to a message that is quoted. */
const mostPages = 20;

/** What a message answers, in small; pressed, it leads there. */
export function quoteOf({ replyTo, conversationId }: ChatMessage, context: Context): readonly Element[] {
  if (!replyTo) {
    return [];
  }
  const words = threadWords(context.locale);
  const name = nameOf(replyTo, context);
  const text = replyTo.deleted ? words.deleted : replyTo.preview || "…";
  const label = filled(words.answerTo, { name, text });
  const made = button(
    { class: "quote", "aria-label": label },
    () => void leadTo(made, replyTo.id, conversationId ?? "", context),
    el("b", {}, name),
    el("span", {}, text),
  );
  return [made];
}

function nameOf({ sender, author }: Quote, { words }: Context): string {
  return sender === "user" ? words.you : (author?.name ?? words.team);
}

async function leadTo(from: Element, id: string, conversation: string, context: Context): Promise<void> {
  const { client } = context.session;
  const rows = from.closest(".rows");
  const found = (): HTMLElement | null | undefined => rows?.querySelector<HTMLElement>(`[data-id="${id}"]`);
  const state = (): Conversation | undefined =>
    client.getState().conversations.find((each) => each.id === conversation);
  for (let page = 0; page < mostPages && !found() && state()?.history === "more"; page++) {
    // oxlint-disable-next-line no-await-in-loop -- each page says whether there is another
    await client.loadHistory(conversation);
  }
  const row = found();
  row?.scrollIntoView({ block: "center" });
  row?.focus({ preventScroll: true });
}
