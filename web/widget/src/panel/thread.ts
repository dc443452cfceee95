import type { Conversation } from "@chask/client";
import { drawRow } from "./bubble";
import type { Context } from "./context";
import { button, el, keyedList } from "./dom";
import { rowsOf, type Row } from "./rows";

/** A view of one conversation. */
export interface ThreadView {
  readonly node: HTMLElement;
  /** Shows what is new; `id` is the conversation's even before its first message. */
  show(id: string | undefined, conversation: Conversation | undefined): void;
}

/** Pixels from the end within which somebody reads the newest message. */
const nearEnd = 60;
/** Pixels from the top at which older messages are fetched. */
const nearTop = 200;

export function createThread(context: Context): ThreadView {
  const { words, session } = context;
  const rows = el("div", { class: "rows", role: "log", "aria-live": "off", "aria-label": words.message });
  const scroller = el("div", { class: "thread", tabindex: "0" }, rows);
  const newer = button({ class: "newer", hidden: "" }, () => toEnd(), words.newer);
  const draw = keyedList<Row>(rows, (row) => drawRow(row, context));
  let shown: { readonly id?: string | undefined; readonly conversation?: Conversation | undefined } = {};

  function toEnd(): void {
    scroller.scrollTop = scroller.scrollHeight;
    newer.hidden = true;
  }

  const isAtEnd = (): boolean => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEnd;

  scroller.addEventListener("scroll", () => {
    newer.hidden ||= isAtEnd();
    if (scroller.scrollTop < nearTop && shown.id && shown.conversation?.history === "more") {
      void session.client.loadHistory(shown.id);
    }
  });
  // The window, the keyboard of a phone or a picture that has arrived changes the height: the end stays in sight.
  let followed = true;
  const watch = new ResizeObserver(() => followed && toEnd());
  watch.observe(scroller);
  watch.observe(rows);
  scroller.addEventListener("scroll", () => {
    followed = isAtEnd();
  });

  return {
    node: el("div", { class: "body" }, scroller, newer),
    show: (id, conversation) => {
      if (id === shown.id && conversation === shown.conversation) {
        return;
      }
      const before = id === shown.id ? shown.conversation?.messages : undefined;
      const after = conversation?.messages;
      const [wasAtEnd, fromEnd] = [isAtEnd(), scroller.scrollHeight - scroller.scrollTop];
      shown = { id, conversation };
      draw(rowsOf(conversation));
      const last = after?.at(-1);
      const isNew = last?.id !== before?.at(-1)?.id;
      if (wasAtEnd || !before || (isNew && last?.sender === "user")) {
        toEnd();
      } else if (before[0]?.id !== after?.[0]?.id) {
        scroller.scrollTop = scroller.scrollHeight - fromEnd;
      } else if (isNew) {
        newer.hidden = false;
      }
    },
  };
}
