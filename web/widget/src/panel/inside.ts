import type { ThreadView } from "../thread/thread";
import type { Conversation } from "@chask/client";
import type { Catalogue } from "../locales/catalogue";
import { createComposer } from "./composer";
import { later, type Context } from "./context";
import { button, el, icon } from "./dom";

/** What the window shows, in one language. */
export interface Inside {
  readonly words: Catalogue;
  readonly nodes: readonly Node[];
  readonly box: HTMLTextAreaElement;
  /** Brings all into line with the client's state. */
  update(open: boolean): void;
}

/** Lucide: x, chevron-left. */
const cross = "M18 6 6 18M6 6l12 12";
const chevron = "m15 18-6-6 6-6";

/** @param former what was shown before in another language: the draft stays */
export function createInside(context: Context, former?: Inside): Inside {
  const { words, session, host } = context;
  const { client } = session;
  let list: Element | undefined;
  const asked = new Set<string>();

  let thread: ThreadView | undefined;
  let threadSoon = false;
  const greeting = el("div", { class: "greeting" }, el("h3", {}, words.hello), el("p", {}, words.helloText));
  const body = el("div", { class: "body" }, greeting);
  const composer = createComposer(context, body);
  composer.box.value = former?.box.value ?? "";
  const banner = el("p", { class: "banner", role: "status", hidden: "" });
  const availability = el("p");
  const back = button({ class: "back", "aria-label": words.back }, () => openList(), icon(chevron));
  const head = el(
    "div",
    { class: "head" },
    back,
    el("div", {}, el("h2", {}, host.settings?.organization.name ?? ""), availability),
    button({ "aria-label": words.close }, () => host.close(), icon(cross)),
  );

  function openList(): void {
    later(context, "extra", ({ createList }) => {
      list = createList(context, choose);
      body.hidden = composer.node.hidden = true;
      banner.after(list);
      update(true);
    });
  }

  function choose(id?: string): void {
    list?.remove();
    list = undefined;
    body.hidden = composer.node.hidden = false;
    client.choose(id);
    update(true);
    composer.box.focus();
  }

  /** Shows the current conversation, and gives it. */
  function show(): Conversation | undefined {
    const { conversations, currentConversationId } = client.getState();
    const conversation = conversations.find(({ id }) => id === currentConversationId);
    if (!conversation) {
      body.replaceChildren(greeting);
    } else if (thread) {
      // Put in anew it would forget how far it was scrolled.
      if (!thread.node.isConnected) {
        body.replaceChildren(thread.node);
      }
      thread.show(conversation);
    } else if (!threadSoon) {
      threadSoon = true;
      later(context, "thread", ({ createThread }) => {
        thread = createThread(context);
        show();
      });
    }
    return conversation;
  }

  function update(open: boolean): void {
    const { conversations, connection, available, error, currentConversationId: id } = client.getState();
    const conversation = show();
    back.hidden = !conversations.length || !!list;
    availability.textContent = available === false ? words.away : words.online;
    banner.textContent = connection === "offline" ? words.offline : (error?.message ?? "");
    banner.hidden = !error;
    client.setVisibleConversation(open ? !list && id : null);
    if (connection !== "online") {
      asked.clear();
    } else if (open && id && conversation?.history === "unknown" && !asked.has(id)) {
      asked.add(id);
      void client.loadHistory(id);
    }
  }

  return {
    words,
    nodes: [head, banner, body, composer.node],
    box: composer.box,
    update,
  };
}
