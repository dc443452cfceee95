import type { MessageStatus } from "@chask/client";
import { Check, CheckCheck, CircleAlert, Clock } from "lucide-react";
import type { ReactElement } from "react";
import type { Key } from "../shell/locale";
import { unreachable } from "../shell/unreachable";
import { useWords } from "../shell/words";

/// How far an own message has come: a sign for the eye, a word for assistive technology, for the newest both.
export function Ticks({
  status,
  inWords,
}: {
  readonly status: MessageStatus;
  readonly inWords: boolean;
}): ReactElement {
  const { t } = useWords();
  const word = t(statusKey(status));
  return (
    <span className="ticks" data-status={status} title={word}>
      <TickIcon status={status} />
      <span className={inWords ? "" : "visually-hidden"}>{word}</span>
    </span>
  );
}

function statusKey(status: MessageStatus): Key {
  switch (status) {
    case "sending":
      return "message.sending";
    case "sent":
      return "message.sent";
    case "delivered":
      return "message.delivered";
    case "read":
      return "message.read";
    case "failed":
      return "message.failed";
    default:
      return unreachable(status);
  }
}

function TickIcon({ status }: { readonly status: MessageStatus }): ReactElement {
  switch (status) {
    case "sending":
      return <Clock size={13} aria-hidden="true" />;
    case "sent":
      return <Check size={15} aria-hidden="true" />;
    case "delivered":
    case "read":
      return <CheckCheck size={15} aria-hidden="true" />;
    case "failed":
      return <CircleAlert size={14} aria-hidden="true" />;
    default:
      return unreachable(status);
  }
}
