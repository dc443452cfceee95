import type { Host, Panel, Session } from "../host";
import { filled } from "./context";
import { el, styles } from "./dom";
import { createInside, type Inside } from "./inside";
import { follow } from "./follow";
import css from "./style.css?inline";

const dress = styles(css);

/** Builds the chat window beside the launcher; it stays hidden until it is opened. */
export function mountPanel(host: Host, session: Session): Panel {
  const { root, launcher } = host.shell;
  const { client } = session;
  host.signal.throwIfAborted();
  dress(root);

  const frame = el("div", { class: "window", role: "dialog", tabindex: "-1", hidden: "" });
  const live = el("div", { class: "hidden", "aria-live": "polite" });
  frame.ariaLabel = host.settings?.organization.name ?? "Chat";
  root.append(frame, live);
  follow(host, frame);

  let inside: Inside | undefined;
  let before: Element | null = null;
  const update = (): void => {
    const words = session.words();
    if (inside?.words !== words) {
      const next = createInside({ host, session, words, locale: session.locale }, inside);
      const hadFocus = frame.contains(root.activeElement);
      frame.replaceChildren(...next.nodes);
      inside = next;
      if (hadFocus) {
        next.box.focus();
      }
    }
    inside.update(!frame.hidden);
  };
  session.subscribe(update);
  client.on("messageReceived", ({ author, content }) => {
    live.textContent = `${author?.name ?? session.words().team}: ${content}`;
  });
  client.on("typing", ({ active, name = session.words().team }) => {
    if (active) {
      live.textContent = filled(session.words().typing, { name });
    }
  });
  update();
  root.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Escape" && event.keyCode !== 229) {
      host.close();
    }
  });

  return {
    get isOpen() {
      return !frame.hidden;
    },
    setOpen: (open) => {
      const inWindow = frame.contains(root.activeElement);
      frame.hidden = !open;
      update();
      if (open) {
        before = document.activeElement;
        focusInto(frame, inside?.box, before);
      } else if (inWindow) {
        (before instanceof HTMLElement && before !== host.shell.host && before.isConnected
          ? before
          : launcher
        ).focus();
      }
    },
  };
}

/** Not away from somebody who writes into a field of the page; on a phone not into the box, whose keyboard hides the thread. */
function focusInto(frame: HTMLElement, box: HTMLElement | undefined, before: Element | null): void {
  if (!before?.matches("input,textarea,select,[contenteditable]")) {
    (matchMedia("(pointer:coarse)").matches ? frame : (box ?? frame)).focus();
  }
}
