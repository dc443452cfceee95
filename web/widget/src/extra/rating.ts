import type { Guard } from "@chask/wire";
import type { Rating } from "../api";
import type { Context } from "../panel/context";
import { button, el, icon } from "../panel/dom";
import { extraWords, type ExtraWords } from "./words";

/** What the server knows of a conversation's rating. */
interface Answer extends Partial<Rating> {
  readonly askable: boolean;
}

const isAnswer: Guard<Answer> = (value): value is Answer =>
  typeof value === "object" && value !== null && "askable" in value;

/** Lucide: angry, frown, meh, smile, laugh; the circle is common to all. */
const circle = "M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0";
const faces = [
  `${circle}M16 16s-1.5-2-4-2-4 2-4 2M7.5 8 10 9m4 0 2.5-1M9 10h.01M15 10h.01`,
  `${circle}M16 16s-1.5-2-4-2-4 2-4 2M9 9h.01M15 9h.01`,
  `${circle}M8 15h8M9 9h.01M15 9h.01`,
  `${circle}M8 14s1.5 2 4 2 4-2 4-2M9 9h.01M15 9h.01`,
  `${circle}M18 13a6 6 0 0 1-6 5 6 6 0 0 1-6-5h12ZM9 9h.01M15 9h.01`,
];
const longest = 1000;

/** Asks how a resolved conversation was, and shows what was answered. Empty until the server has said whether to ask. */
export function createRating(context: Context, conversation: string): Element {
  const { session, host, locale } = context;
  const words = extraWords(locale);
  const path = `/v1/widget/conversations/${conversation}/rating`;
  const body = el("div");
  // It is there before it says anything: so it is read to those who only hear it.
  const told = el("p", { role: "status" });
  const card = el("div", { class: "rating", hidden: "" }, told, body);

  function ask(before: Partial<Rating>): void {
    told.textContent = "";
    body.replaceChildren(form(words, before, send));
  }

  function thank(rating: Rating, focus: boolean): void {
    told.textContent = words.ratingSent;
    const change = button({ class: "change" }, () => ask(rating), words.changeRating);
    body.replaceChildren(
      el("p", { class: "given" }, face(rating.score), el("span", {}, named(words, rating.score)), change),
      ...(rating.comment ? [el("p", { class: "said" }, rating.comment)] : []),
    );
    if (focus) {
      change.focus();
    }
  }

  async function send(rating: Rating): Promise<void> {
    const { score, comment } = await session.client.ask({ method: "PUT", path, body: rating }, isAnswer);
    const given = { score: score ?? rating.score, ...(comment ? { comment } : {}) };
    thank(given, true);
    host.hub.emit("ratingSubmitted", given);
  }

  async function begin(): Promise<void> {
    const { askable, score, comment } = await session.client.ask({ method: "GET", path }, isAnswer);
    card.hidden = !askable;
    if (score) {
      thank({ score, ...(comment ? { comment } : {}) }, false);
    } else {
      ask({});
    }
  }

  // Whoever cannot be asked now is asked when the conversation is shown again.
  begin().catch(() => card.remove());
  return card;
}

function form(words: ExtraWords, before: Partial<Rating>, send: (rating: Rating) => Promise<void>): Element {
  const chosen = el("span", { class: "chosen", "aria-hidden": "true" });
  const comment = el("textarea", { maxlength: String(longest), rows: "2", "aria-label": words.comment });
  comment.placeholder = words.comment;
  comment.value = before.comment ?? "";
  const fault = el("p", { class: "fault", role: "alert" });
  const submit = el("button", { type: "submit", class: "submit" }, words.sendRating);
  const more = el("div", { class: "more", hidden: "" }, comment, submit);
  let score = before.score;

  function choose(value: number): void {
    score = value;
    chosen.textContent = named(words, value);
    more.hidden = false;
  }

  const options = faces.map((_, index) => {
    const value = index + 1;
    const radio = el("input", { type: "radio", name: "score", value: String(value) });
    radio.checked = value === score;
    radio.addEventListener("change", () => choose(value));
    return el("label", { title: named(words, value) }, radio, face(value), hidden(named(words, value)));
  });
  const whole = el(
    "form",
    {},
    el("fieldset", {}, el("legend", {}, words.rate), el("div", { class: "faces" }, ...options), chosen),
    more,
    fault,
  );
  if (score) {
    choose(score);
  }
  whole.addEventListener("submit", (event) => {
    event.preventDefault();
    if (score && !submit.disabled) {
      fault.textContent = "";
      submit.disabled = true;
      const said = comment.value.trim();
      send({ score, ...(said ? { comment: said } : {}) }).catch(() => {
        submit.disabled = false;
        fault.textContent = words.ratingFailed;
      });
    }
  });
  return whole;
}

function named(words: ExtraWords, score: number): string {
  return [words.score1, words.score2, words.score3, words.score4, words.score5][score - 1] ?? "";
}

function face(score: number): SVGElement {
  return icon(faces[score - 1] ?? circle);
}

function hidden(text: string): Element {
  return el("span", { class: "hidden" }, text);
}
