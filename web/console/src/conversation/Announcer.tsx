import type { ChatMessage } from "@chask/client";
import { useState, type ReactElement } from "react";
import { useWords } from "../shell/words";
import { newestStored, saidSince } from "./stored";

/// More than that is read in the thread. The log would grow for as long as the conversation is open.
const most = 5;

/// Says each new message of a visitor to assistive technology, once. History that loads is not said.
export function Announcer({
  messages,
  name,
}: {
  readonly messages: readonly ChatMessage[];
  readonly name: string;
}): ReactElement {
  const { t } = useWords();
  const newest = newestStored(messages)?.id;
  const [atFirst, setAtFirst] = useState(newest);
  // The history may come after what was written before it had come.
  if (atFirst === undefined && newest !== undefined) {
    setAtFirst(newest);
  }
  const said = saidSince(messages, atFirst).slice(-most);
  return (
    <div className="visually-hidden" role="log" aria-live="polite">
      {said.map(({ id, content }) => (
        <p key={id}>
          {content === ""
            ? t("conversation.incomingFile", { name })
            : t("conversation.incoming", { name, text: content })}
        </p>
      ))}
    </div>
  );
}
