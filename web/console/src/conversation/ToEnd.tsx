import type { ChatMessage } from "@chask/client";
import { ArrowDown } from "lucide-react";
import { useState, type ReactElement } from "react";
import { useWords } from "../shell/words";
import { newestStored, saidSince } from "./stored";

/// Leads to the end, and tells how many messages of the visitor have come there since the agent left it.
export function ToEnd({
  messages,
  onClick,
}: {
  readonly messages: readonly ChatMessage[];
  readonly onClick: () => void;
}): ReactElement {
  const words = useWords();
  const [leftAt] = useState(() => newestStored(messages)?.id);
  const count = saidSince(messages, leftAt).length;
  return (
    <button type="button" className="to-end" onClick={onClick}>
      {count === 0
        ? words.t("conversation.toLatest")
        : words.count(count, "conversation.newBelow.one", "conversation.newBelow.other")}
      <ArrowDown size={16} aria-hidden="true" />
    </button>
  );
}
