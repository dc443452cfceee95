import { widget } from "./chat";
import { action, element } from "./element";
import type { Translate } from "./language";
import type { Log } from "./log";

/** The panel beside the shop: the log of the widget, and its methods as buttons. */
export function behind(t: Translate, log: Log, restart: () => void): HTMLElement {
  const call = (name: string, run: () => unknown): HTMLButtonElement =>
    action(`${name}()`, () => void report(name, run, log), { class: "method" });
  const message = field(t("message"), "text", t("exampleMessage"));
  const name = field(t("name"), "text", "Grace Hopper");
  const email = field(t("email"), "email", "grace@example.com");
  return element(
    "aside",
    { class: "behind", "aria-label": t("behind") },
    element("h2", {}, t("behind")),
    element("p", {}, t("behindText")),
    element("h3", {}, t("methods")),
    element(
      "div",
      { class: "methods" },
      call("open", () => widget().open()),
      call("close", () => widget().close()),
      call("toggle", () => widget().toggle()),
      call("show", () => widget().show()),
      call("hide", () => widget().hide()),
      call("getState", () => widget().getState()),
      call("getUnreadCount", () => widget().getUnreadCount()),
      call("logout", () => widget().logout()),
      call("destroy", () => widget().destroy()),
      call("init", restart),
    ),
    element(
      "div",
      { class: "fields" },
      message.label,
      call("sendMessage", () => widget().sendMessage(message.input.value)),
      name.label,
      call("identify", () => widget().identify({ name: name.input.value, email: email.input.value })),
      email.label,
      call("updateUser", () => widget().updateUser({ email: email.input.value })),
    ),
    element(
      "h3",
      {},
      t("callbacks"),
      action(t("clear"), () => log.clear(), { class: "clear" }),
    ),
    log.node,
    element("p", { class: "nothing" }, t("nothing")),
  );
}

/** Writes what a method gave back, or why it was refused. */
async function report(name: string, run: () => unknown, log: Log): Promise<void> {
  try {
    log.write(`${name}()`, await run());
  } catch (thrown) {
    log.write(`${name}() ✗`, thrown);
  }
}

function field(
  name: string,
  type: string,
  value: string,
): { readonly label: HTMLElement; readonly input: HTMLInputElement } {
  const input = element("input", { type, value, autocomplete: "off" });
  return { label: element("label", {}, element("span", {}, name), input), input };
}
