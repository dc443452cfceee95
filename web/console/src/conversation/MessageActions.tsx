import type { ChatMessage } from "@chask/client";
import { Ellipsis } from "lucide-react";
import { lazy, Suspense, useState, type ReactElement } from "react";
import { useWords } from "../shell/words";

const MessageMenu = lazy(async () => ({ default: (await import("./change/MessageMenu")).MessageMenu }));

/// The button of a message's menu, seen while the message is pointed at or has the focus.
export function MessageActions({ message }: { readonly message: ChatMessage }): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const target = (
    <button
      type="button"
      className="message-actions"
      aria-label={t("message.actions")}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      <Ellipsis size={16} aria-hidden="true" />
    </button>
  );
  return open ? (
    <Suspense fallback={target}>
      <MessageMenu message={message} target={target} onClose={() => setOpen(false)} />
    </Suspense>
  ) : (
    target
  );
}
