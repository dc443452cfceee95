import type { Quote } from "@chask/client";
import type { ReactElement } from "react";
import { useWords } from "../shell/words";

/// What a message answers, in small; pressed, it leads to the original.
export function MessageQuote({
  quote,
  visitor,
  onJump,
}: {
  readonly quote: Quote;
  readonly visitor: string;
  readonly onJump: (id: string) => void;
}): ReactElement {
  const { t } = useWords();
  const { id, sender, author, preview, deleted } = quote;
  const name = sender === "user" ? visitor : (author?.name ?? t("conversation.agent"));
  const text = deleted ? t("message.gone") : preview === "" ? "…" : preview;
  return (
    <button
      type="button"
      className="quote"
      aria-label={t("message.answers", { name, text })}
      onClick={() => onJump(id)}
    >
      <bdi className="quote-name">{name}</bdi>
      <bdi className="cut">{text}</bdi>
    </button>
  );
}
