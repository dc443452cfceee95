import { action, element } from "./element";
import type { Translate } from "./language";

/** What the shop does with the chat. */
export interface ShopActions {
  readonly ask: (question: string) => void;
  readonly openChat: () => void;
}

const products = [
  { key: "pendant", picture: "pendant.svg", price: 89 },
  { key: "chair", picture: "chair.svg", price: 340 },
  { key: "vase", picture: "vase.svg", price: 46 },
  { key: "candle", picture: "candle.svg", price: 19 },
] as const;

/** The shop itself: a picture, a promise and four things to buy. */
export function shop(t: Translate, locale: string, { ask, openChat }: ShopActions): HTMLElement {
  // The Spanish of this page is that of Latin America.
  const price = new Intl.NumberFormat(locale === "es" ? "es-419" : locale, {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: 0,
  });
  return element(
    "main",
    { class: "shop" },
    element(
      "section",
      { class: "hero" },
      element(
        "div",
        {},
        element("h1", {}, t("heroTitle")),
        element("p", {}, t("heroText")),
        action(t("heroButton"), openChat, { class: "primary" }),
      ),
      element("img", { src: "./hero.svg", alt: "", width: "640", height: "440" }),
    ),
    element("h2", {}, t("products")),
    element(
      "ul",
      { class: "products" },
      ...products.map(({ key, picture, price: amount }) =>
        element(
          "li",
          {},
          element("img", { src: `./${picture}`, alt: "", width: "240", height: "200" }),
          element("h3", {}, t(key)),
          element("p", { class: "price" }, price.format(amount)),
          action(t("askAbout"), () => ask(t("question", { product: t(key) }))),
        ),
      ),
    ),
    element("footer", {}, t("footer")),
  );
}
