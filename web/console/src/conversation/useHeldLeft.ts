import { useEffect, useRef } from "react";
import { useClient } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { conversationHref } from "../shell/route";
import { useTexts, useWords } from "../shell/words";
import { useDrafts } from "./DraftsProvider";
import { newestHeld, takeBack } from "./held";
import { texts } from "./texts";

/// Leaves the way back behind: who goes on while a reply can still be taken back finds it in a notice, which goes when the
/// reply does.
export function useHeldLeft(id: string, name: string): void {
  const client = useClient();
  const drafts = useDrafts();
  const show = useNotices();
  const { t } = useWords();
  const word = useTexts(texts);
  const leave = (): void => {
    const held = newestHeld(client, id);
    if (held === undefined) {
      return;
    }
    const run = (): void => {
      if (takeBack(client, drafts, id, held)) {
        window.location.hash = conversationHref(id);
      }
    };
    const hide = show({ text: word("leftHeld", { name }), action: { label: t("message.undo"), run } });
    const end = client.subscribe(() => {
      if (!client.getState().held.has(held)) {
        end();
        hide();
      }
    });
  };
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
}
