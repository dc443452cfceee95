import type { Conversation } from "@chask/client";
import { drawRow } from "./bubble";
import { later, type Context } from "../panel/context";
import { button, el } from "../panel/dom";
import { keyedList } from "./keyed";
import { rowsOf, type Row } from "./rows";

/** A view of one conversation at a time. */
export interface ThreadView {
  readonly node: HTMLElement;
  show(conversation: Conversation): void;
}

/** Pixels from the end within which somebody reads the newest message. */
const nearEnd = 60;
/** Pixels from the top at which older messages are fetched. */
const nearTop = 200;

/** Shows what is asked when a conversation is resolved, until it is opened again. */
function ratingOf(context: Context, show: (card: Element) => void): (conversation: Conversation) => void {
  const asks = context.host.settings?.features.rating;
  let rated: string | undefined;
  let card: Element | undefined;
  return ({ id, status }) => {
    const wanted = asks && status === "resolved" ? id : undefined;
    if (wanted === rated) {
      return;
    }
    rated = wanted;
    card?.remove();
    if (wanted) {
      later(context, "extra", ({ createRating }) => {
        if (wanted === rated) {
          card = createRating(context, wanted);
          show(card);
        }
      });
    }
  };
}

export function createThread(context: Context): ThreadView {
  const { words, session, host } = context;
  const rows = el("div", { class: "rows", role: "log", "aria-live": "off", "aria-label": words.message });
  const scroller = el("div", { class: "thread", tabindex: "0" }, rows);
  const newer = button({ class: "newer", hidden: "" }, () => toEnd(), words.newer);
  const rate = ratingOf(context, (card) => {
    scroller.append(card);
    watch.observe(card);
  });
  const draw = keyedList<Row>(rows, (row) => drawRow(row, context));
  let shown: Conversation | undefined;
  let atEnd = true;

  function toEnd(): void {
    scroller.scrollTop = scroller.scrollHeight;
    newer.hidden = true;
  }

  function measure(): void {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEnd;
  }

  scroller.addEventListener("scroll", () => {
    measure();
    newer.hidden ||= atEnd;
    if (scroller.scrollTop < nearTop && shown?.history === "more") {
      void session.client.loadHistory(shown.id);
    }
  });
  // A keyboard that opens or a picture that has arrived changes the height: the end stays in sight.
  const watch = new ResizeObserver(() => atEnd && toEnd());
  watch.observe(scroller);
  watch.observe(rows);
  host.signal.addEventListener("abort", () => watch.disconnect());

  return {
    node: el("div", { class: "body" }, scroller, newer),
    show: (conversation) => {
      if (conversation === shown) {
        return;
      }
      const before = conversation.id === shown?.id ? shown.messages : [];
      const after = conversation.messages;
      measure();
      const fromEnd = scroller.scrollHeight - scroller.scrollTop;
      shown = conversation;
      draw(rowsOf(conversation));
      rate(conversation);
      const last = after.at(-1);
      const isNew = last?.id !== before.at(-1)?.id;
      if (atEnd || !before.length || (isNew && last?.sender === "user")) {
        toEnd();
      } else if (before[0]?.id !== after[0]?.id) {
        scroller.scrollTop = scroller.scrollHeight - fromEnd;
      } else if (isNew) {
        newer.hidden = false;
      }
    },
  };
}
