import "@chask/design/tokens.css";
import "./style.css";
import { behind } from "./behind";
import { loadConfig, start, widget } from "./chat";
import { action, element } from "./element";
import { languages, preferredLocale, translator, type Locale } from "./language";
import { createLog } from "./log";
import { shop } from "./shop";

const log = createLog();
const root = document.documentElement;
const page = document.querySelector("#page");
let locale = preferredLocale(navigator.languages);
let mode: "light" | "dark" = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
const config = await loadConfig();

function begin(): void {
  if (config) {
    start(config, { locale, mode }, log.write);
  }
}

function setLocale(next: Locale): void {
  locale = next;
  show();
  void widget().setLocale(next);
}

/** The widget takes its look when it starts: it is started anew. */
function setMode(next: typeof mode): void {
  mode = next;
  show();
  widget().destroy();
  begin();
}

function header(): HTMLElement {
  const t = translator(locale);
  const switches = languages.map(([one, name]) =>
    action(name, () => setLocale(one), { lang: one, "aria-pressed": String(one === locale) }),
  );
  return element(
    "header",
    {},
    element("img", { src: "./icon.svg", alt: "", width: "36", height: "36" }),
    element("div", { class: "brand" }, element("strong", {}, "Lumbre"), element("span", {}, t("tagline"))),
    element("div", { class: "switch", role: "group", "aria-label": t("language") }, ...switches),
    element(
      "div",
      { class: "switch", role: "group", "aria-label": t("theme") },
      action(t(mode === "dark" ? "light" : "dark"), () => setMode(mode === "dark" ? "light" : "dark")),
    ),
  );
}

function show(): void {
  const t = translator(locale);
  root.lang = locale;
  root.dataset["theme"] = mode;
  const actions = {
    ask: (question: string) => {
      widget().open();
      void widget().sendMessage(question);
    },
    openChat: () => widget().open(),
  };
  const notice = config ? [] : [element("p", { class: "notice", role: "alert" }, t("unconfigured"))];
  page?.replaceChildren(
    header(),
    ...notice,
    element("div", { class: "page" }, shop(t, locale, actions), behind(t, log, begin)),
  );
}

show();
begin();
