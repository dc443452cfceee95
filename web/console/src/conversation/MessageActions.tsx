import type { ChatMessage } from "@chask/client";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { OnDemand } from "../shell/OnDemand";
import { part } from "../shell/part";
import { useWords } from "../shell/words";

const MessageMenu = part(async () => (await import("./change/MessageMenu")).MessageMenu);

/// The button of a message's menu, seen while the message is pointed at or has the focus.
export function MessageActions({ message }: { readonly message: ChatMessage }): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  useEffect(() => {
    // With the menu goes what had the focus; this is another button than the one it hung on. Where the menu was long in
    // coming, what stands around the button may have the focus by now.
    if (before.current && !open && document.activeElement?.contains(button.current) === true) {
      button.current?.focus();
    }
    before.current = open;
  }, [open]);
  const target = (
    <button
      ref={button}
      type="button"
      className="message-actions"
      aria-label={t("message.actions")}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    />
  );
  return open ? (
    <OnDemand fallback={target} onClose={() => setOpen(false)}>
      <MessageMenu message={message} target={target} onClose={() => setOpen(false)} />
    </OnDemand>
  ) : (
    target
  );
}
