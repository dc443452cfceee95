import type { ChatMessage } from "@chask/client";
import { later, type Context } from "../panel/context";
import { button, el, icon } from "../panel/dom";
import { piecesOf } from "./links";
import { quoteOf } from "./quote";
import type { Row } from "./rows";
import { threadWords } from "./words";

/** Lucide: clock, check, check-check. */
const clock = "M12 6v6l4 2M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0";
const tick = "M20 6 9 17l-5-5";
const ticks = "M18 6 7 17l-5-5M22 10l-7.5 7.5L13 16";

/** Draws one line of a thread. */
export function drawRow(row: Row, context: Context): Element {
  const { words } = context;
  switch (row.kind) {
    case "day":
      return el("p", { class: "note day" }, dayName(row.at, context.locale));
    case "name":
      return el("p", { class: "name" }, row.name);
    case "message":
      return message(row, context);
    case "status":
      return status(row.message, context);
    case "failed":
      return failed(row.message, context);
    case "typing":
      return el(
        "div",
        { class: "row first" },
        avatar(row.name ?? words.team),
        el("div", { class: "bubble dots" }, el("i"), el("i"), el("i")),
      );
    default:
      return row;
  }
}

function message(row: Row & { readonly kind: "message" }, context: Context): Element {
  const { sender, status: state, timestamp, author, attachments, content } = row.message;
  if (sender === "system") {
    return el("p", { class: "note" }, content);
  }
  const { words, locale } = context;
  const bubble = bubbleOf(row.message, context);
  if (attachments?.length) {
    later(context, "extra", ({ showFile }) =>
      bubble.append(...attachments.map((file) => showFile(file, row.message, context))),
    );
  }
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(timestamp);
  const marks = [row.first && "first", row.last && "last", state === "failed" && "failed"].filter(Boolean);
  return el(
    "div",
    { class: ["row", sender, ...marks].join(" "), "data-id": row.message.id, tabindex: "-1" },
    ...(sender === "agent" ? [avatar(row.last ? (author?.name ?? words.team) : "")] : []),
    el("span", { class: "hidden" }, `${sender === "user" ? words.you : (author?.name ?? words.team)}:`),
    bubble,
    el("time", { datetime: timestamp.toISOString() }, time),
  );
}

/** What is said: with what it answers before, and what became of it behind. */
function bubbleOf(said: ChatMessage, context: Context): HTMLElement {
  const { content, deletedAt, editedAt } = said;
  const words = threadWords(context.locale);
  if (deletedAt) {
    return el("div", { class: "bubble gone" }, words.deleted);
  }
  const bubble = el("div", { class: "bubble" }, ...quoteOf(said, context));
  for (const { text, href } of piecesOf(content)) {
    bubble.append(
      href ? el("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, text) : text,
    );
  }
  if (editedAt) {
    const title = new Intl.DateTimeFormat(context.locale, { timeStyle: "short" }).format(editedAt);
    bubble.append(el("small", { title }, words.edited));
  }
  return bubble;
}

/** How far one's last message has come: a small sign, and the word for those who cannot see it. */
function status({ status: state }: ChatMessage, { words }: Context): Element {
  const sign = state === "sending" ? clock : state === "sent" ? tick : ticks;
  const title = {
    sending: words.sending,
    sent: words.sent,
    delivered: words.delivered,
    read: words.read,
    failed: words.notSent,
  }[state];
  const line = el("p", { class: `note end ${state}`, title }, icon(sign));
  line.append(el("span", { class: "hidden" }, line.title));
  return line;
}

function failed({ id, error }: ChatMessage, { words, session: { client } }: Context): Element {
  return el(
    "p",
    { class: "note end danger", title: error?.message ?? "" },
    words.notSent,
    button({}, () => void client.retryMessage(id), words.retry),
    button({}, () => client.deleteMessage(id), words.delete),
  );
}

/** Initials of a person; an empty place where the same person goes on. */
function avatar(name: string): Element {
  const initials = name
    .split(/\s+/u)
    .map((word) => word.slice(0, 1))
    .slice(0, 2);
  return el("span", { class: "avatar", "aria-hidden": "true" }, ...initials.filter(Boolean));
}

function dayName(day: Date, locale: string): string {
  const distance = Math.round((midnight(day) - midnight(new Date())) / 86_400_000);
  return distance > -2
    ? new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(distance, "day")
    : new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(day);
}

function midnight(day: Date): number {
  return new Date(day).setHours(0, 0, 0, 0);
}
