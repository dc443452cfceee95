import type { Attachment } from "@chask/client";
import { later, type Context } from "./context";
import { button, el, icon } from "./dom";
import { policyOf } from "../policy";

/** Where the visitor writes. */
export interface Composer {
  readonly node: HTMLElement;
  readonly box: HTMLTextAreaElement;
}

/** Lines the text box grows to. */
const mostLines = 6;
/** Lucide: paperclip, arrow-up. */
const paperclip =
  "m16 6-8.4 8.6a2 2 0 0 0 2.8 2.8l8.4-8.6a4 4 0 1 0-5.7-5.7l-8.4 8.6a6 6 0 1 0 8.5 8.5l8.4-8.6";
const arrow = "m5 12 7-7 7 7M12 19V5";

/** Files chosen for the next message. */
export interface Tray {
  readonly node: Element;
  /** Those that have arrived. */
  files(): readonly Attachment[];
  /** Whether one is still on its way. */
  isBusy(): boolean;
  /** None yet: something hovers that may become files. */
  add(files: readonly File[]): void;
  clear(): void;
}

/** @param thread files may be dropped there too */
export function createComposer(context: Context, thread: HTMLElement): Composer {
  const { words, session, host } = context;
  const { client } = session;
  const { enabled, accept } = policyOf(host);
  let tray: Tray | undefined;

  const box = el("textarea", {
    rows: "1",
    "aria-label": words.message,
    placeholder: words.placeholder,
    enterkeyhint: "send",
  });
  const send = el("button", { class: "send", "aria-label": words.send }, icon(arrow));
  const form = el("form", { class: "composer" });

  const refresh = (): void => {
    send.disabled = tray?.isBusy() || !(box.value.trim() || tray?.files().length);
    box.rows = 1;
    box.rows = Math.max(1, Math.min(mostLines, Math.round((box.scrollHeight - 14) / 22)));
  };
  const typing = (active: boolean): void => {
    // Whether the team may see it is the server's to say: the settings that the page has may be old.
    const id = client.getState().currentConversationId;
    if (id) {
      client.setTyping(id, active);
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (send.disabled) {
      return;
    }
    void client.sendMessage({ content: box.value.trim(), attachments: tray?.files() ?? [] });
    box.value = "";
    tray?.clear();
    typing(false);
    refresh();
    box.focus();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && event.keyCode !== 229) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  box.addEventListener("input", () => {
    // Soon there is something to show.
    host.chunks("thread").catch(() => undefined);
    refresh();
    typing(box.value !== "");
  });

  form.append(box);
  if (enabled) {
    const input = el("input", { type: "file", multiple: "", hidden: "" });
    input.accept = accept.join();
    const add = (files: readonly File[]): void =>
      later(context, "extra", ({ createTray }) => {
        tray ??= createTray(context, refresh);
        form.prepend(tray.node);
        tray.add(files);
        refresh();
      });
    // Office programs put a picture of a text beside it: then the text is meant.
    const take = (event: Event, data: DataTransfer | null): void => {
      if (data?.types.includes("Files") && !data.types.includes("text/plain")) {
        event.preventDefault();
        add(event.type === "dragover" ? [] : [...data.files]);
      }
    };
    input.addEventListener("change", () => {
      add([...(input.files ?? [])]);
      input.value = "";
    });
    box.addEventListener("paste", (event) => take(event, event.clipboardData));
    for (const place of [thread, form]) {
      place.addEventListener("dragover", (event) => take(event, event.dataTransfer));
      place.addEventListener("drop", (event) => take(event, event.dataTransfer));
    }
    form.append(
      input,
      button({ class: "attach", "aria-label": words.attach }, () => input.click(), icon(paperclip)),
    );
  }
  form.append(send);
  refresh();
  return { node: form, box };
}
