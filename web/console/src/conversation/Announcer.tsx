import type { ChatMessage } from "@chask/client";
import { useState, type ReactElement } from "react";
import { useWords } from "../shell/words";

/// Says a visitor's new message to assistive technology, once. History that loads is not said.
export function Announcer({
  messages,
  name,
}: {
  readonly messages: readonly ChatMessage[];
  readonly name: string;
}): ReactElement {
  const { t } = useWords();
  const newest = messages.at(-1);
  const [atFirst] = useState(newest?.id);
  const said = newest !== undefined && newest.id !== atFirst && newest.sender === "user" ? newest : undefined;
  return (
    <div className="visually-hidden" role="log" aria-live="polite">
      {said === undefined ? null : (
        <p key={said.id}>
          {said.content === ""
            ? t("conversation.incomingFile", { name })
            : t("conversation.incoming", { name, text: said.content })}
        </p>
      )}
    </div>
  );
}
