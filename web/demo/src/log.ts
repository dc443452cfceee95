import { element } from "./element";

/** A live list of what the widget tells the page. */
export interface Log {
  readonly node: HTMLElement;
  readonly write: (name: string, data?: unknown) => void;
  readonly clear: () => void;
}

/** Entries kept; older ones are dropped. */
const most = 200;

export function createLog(): Log {
  const list = element("ol", { class: "log", tabindex: "0", "aria-live": "off" });
  return {
    node: list,
    write: (name, data) => {
      const time = new Date().toISOString().slice(11, 23);
      const entry = element("li", { class: kindOf(name) }, element("time", {}, time), element("b", {}, name));
      if (data !== undefined) {
        entry.append(element("pre", {}, JSON.stringify(data, undefined, 1)));
      }
      list.prepend(entry);
      list.children.item(most)?.remove();
    },
    clear: () => list.replaceChildren(),
  };
}

function kindOf(name: string): string {
  if (name === "onError" || name.endsWith("✗")) {
    return "error";
  }
  return name === "onAnalyticsEvent" ? "analytics" : "call";
}
