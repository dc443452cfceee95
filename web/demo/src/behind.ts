import { widget } from "./chat";
import { action, element } from "./element";
import { languages, type Locale, type Translate } from "./language";
import type { Log } from "./log";

/** The panel beside the shop: the log of the widget, and its methods as buttons. */
export function behind(t: Translate, log: Log, restart: () => void): HTMLElement {
  const call = (name: string, run: () => unknown): HTMLButtonElement =>
    action(`${name}()`, () => void report(name, run, log), { class: "method" });
  const message = field(t("message"), "text", t("exampleMessage"));
  const name = field(t("name"), "text", "Grace Hopper");
  const email = field(t("email"), "email", "grace@example.com");
  const file = element("input", { type: "file", hidden: "" });
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (chosen) {
      void report("uploadFile", () => widget().uploadFile(chosen), log);
    }
  });
  // One listener for three buttons, so that `off` ends what `on` and `once` began.
  const hear = (): void => log.write(`on("open")`);
  return element(
    "aside",
    { class: "behind", "aria-label": t("behind") },
    element("h2", {}, t("behind")),
    element("p", {}, t("behindText")),
    element(
      "h3",
      {},
      t("callbacks"),
      action(t("clear"), () => log.clear(), { class: "clear" }),
    ),
    log.node,
    element("p", { class: "nothing" }, t("nothing")),
    element("h3", {}, t("methods")),
    element(
      "div",
      { class: "methods" },
      call("init", restart),
      call("start", () => widget().start()),
      call("ready", () => widget().ready()),
      call("isReady", () => widget().isReady()),
      call("open", () => widget().open()),
      call("close", () => widget().close()),
      call("toggle", () => widget().toggle()),
      call("isOpen", () => widget().isOpen()),
      call("show", () => widget().show()),
      call("hide", () => widget().hide()),
      call("getState", () => widget().getState()),
      call("getUnreadCount", () => widget().getUnreadCount()),
      call("on", () => void widget().on("open", hear)),
      call("once", () => void widget().once("open", hear)),
      call("off", () => widget().off("open", hear)),
      ...languages.map(([locale]) => setLocale(locale, log)),
      action("uploadFile()", () => file.click(), { class: "method" }),
      file,
      call("logout", () => widget().logout()),
      call("destroy", () => widget().destroy()),
      action("version", () => log.write("version", widget().version), { class: "method" }),
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
  );
}

function setLocale(locale: Locale, log: Log): HTMLButtonElement {
  const name = `setLocale("${locale}")`;
  return action(name, () => void report(name, () => widget().setLocale(locale), log), { class: "method" });
}

/** Writes what a method gave back, or why it was refused. */
async function report(name: string, run: () => unknown, log: Log): Promise<void> {
  const called = name.endsWith(")") ? name : `${name}()`;
  try {
    log.write(called, await run());
  } catch (thrown) {
    log.write(`${called} ✗`, thrown);
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
