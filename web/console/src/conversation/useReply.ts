import { useCallback, useEffect, useMemo, useRef } from "react";
import { useClient } from "../shell/client";
import { useDrafts } from "./DraftsProvider";
import { emptyDraft, readiness, readyAttachments } from "./drafts";
import { forget } from "./uploads";

/// Without a keystroke for so long, the agent is no longer typing.
const idleMilliseconds = 4000;

/// Sending a conversation's draft, and telling the visitor that it is being written.
export interface Reply {
  /// Sends the draft when it is ready; the message stands in the thread at once and the composer is empty.
  readonly send: () => void;
  /// Call with the whole text on every change.
  readonly typing: (text: string) => void;
  readonly stopTyping: () => void;
}

export function useReply(id: string): Reply {
  const client = useClient();
  const drafts = useDrafts();
  const timer = useRef<number | undefined>(undefined);
  const stopTyping = useCallback(() => {
    if (timer.current !== undefined) {
      window.clearTimeout(timer.current);
      timer.current = undefined;
      client.setTyping(id, false);
    }
  }, [client, id]);
  useEffect(() => stopTyping, [stopTyping]);
  return useMemo(
    () => ({
      stopTyping,
      typing: (text) => {
        if (text.trim() === "") {
          stopTyping();
          return;
        }
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(stopTyping, idleMilliseconds);
        client.setTyping(id, true);
      },
      send: () => {
        const draft = drafts.get(id);
        if (readiness(draft) !== "ready") {
          return;
        }
        stopTyping();
        drafts.change(id, () => emptyDraft);
        draft.uploads.forEach(forget);
        // The thread shows how it goes on; a failed message stays there with Retry and Delete.
        void client.sendMessage({
          conversationId: id,
          content: draft.text.trim(),
          attachments: readyAttachments(draft),
        });
      },
    }),
    [client, drafts, id, stopTyping],
  );
}
