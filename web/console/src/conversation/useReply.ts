import { useEffect, useMemo } from "react";
import { afterInBrowser } from "../shell/now";
import { useClient } from "../shell/client";
import { useDrafts } from "./DraftsProvider";
import { emptyDraft, readiness, readyAttachments } from "./drafts";
import { createTypingSignal, type TypingSignal } from "./typingSignal";
import { forget } from "./uploads";

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
  const signal = useTypingSignal(id);
  return useMemo(
    () => ({
      stopTyping: signal.stop,
      typing: (text) => (text.trim() === "" ? signal.stop() : signal.go()),
      send: () => {
        const draft = drafts.get(id);
        if (readiness(draft) !== "ready") {
          return;
        }
        signal.stop();
        drafts.change(id, () => emptyDraft);
        draft.uploads.forEach(forget);
        const attachments = readyAttachments(draft);
        // The thread shows how it goes on; a failed message stays there with Retry and Delete.
        void client.sendMessage({ conversationId: id, content: draft.text.trim(), attachments });
      },
    }),
    [client, drafts, id, signal],
  );
}

/// Ends by itself when the agent goes elsewhere.
function useTypingSignal(id: string): TypingSignal {
  const client = useClient();
  const signal = useMemo(
    () =>
      createTypingSignal((active) => {
        client.setTyping(id, active);
        client.setWriting(id, active);
      }, afterInBrowser),
    [client, id],
  );
  useEffect(() => signal.stop, [signal]);
  return signal;
}

/// Tells colleagues, and nobody else, that something is being written. Call `go` at every keystroke.
export function useWritingSignal(id: string): TypingSignal {
  const client = useClient();
  const signal = useMemo(
    () => createTypingSignal((active) => client.setWriting(id, active), afterInBrowser),
    [client, id],
  );
  useEffect(() => signal.stop, [signal]);
  return signal;
}
