import { useEffect, useMemo } from "react";
import { afterInBrowser } from "../shell/now";
import { useClient } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { usePreferences } from "../shell/preferences";
import { unloadedNotice } from "../shell/unloaded";
import { useWords } from "../shell/words";
import { useDrafts } from "./DraftsProvider";
import { emptyDraft, inHand, readiness, readyAttachments } from "./draft";
import { hold, newestHeld, takeBack } from "./held";
import { createTypingSignal, type TypingSignal } from "./typingSignal";
import { forget } from "./uploads";

/// Sending a conversation's draft, and telling the visitor that it is being written.
export interface Reply {
  /// Sends the draft when it is ready; the message stands in the thread at once and the composer is empty.
  readonly send: () => void;
  /// Call with the whole text on every change.
  readonly typing: (text: string) => void;
  readonly stopTyping: () => void;
  /// Takes the last message back. False: there is none that can be.
  readonly takeBack: () => boolean;
}

export function useReply(id: string): Reply {
  const client = useClient();
  const drafts = useDrafts();
  const signal = useTypingSignal(id);
  const notice = useNotices();
  const words = useWords();
  const { undoSend } = usePreferences().preferences;
  return useMemo(
    () => ({
      stopTyping: signal.stop,
      typing: (text) => (text.trim() === "" ? signal.stop() : signal.go()),
      send: () => {
        const draft = drafts.get(id);
        if (readiness(inHand(draft)) !== "ready") {
          return;
        }
        if (draft.editing !== undefined) {
          signal.stop();
          void import("./change/edit").then(
            ({ edit }) => edit(id, { client, drafts, notice, words }),
            () => notice(unloadedNotice(words)),
          );
          return;
        }
        drafts.change(id, () => emptyDraft);
        const { text, replyTo } = draft;
        const message = {
          content: text.trim(),
          attachments: readyAttachments(draft),
          ...(replyTo && { replyTo }),
        };
        // The thread shows how it goes on; a failed message stays there with Retry and Delete.
        if (undoSend) {
          hold(client, id, draft, message);
        } else {
          draft.uploads.forEach(forget);
          void client.sendMessage({ conversationId: id, ...message });
        }
        // Only now: for the colleagues, whose reply is held is writing still.
        signal.stop();
      },
      takeBack: () => {
        const newest = newestHeld(client, id);
        return newest !== undefined && takeBack(client, drafts, id, newest);
      },
    }),
    [client, drafts, id, notice, signal, undoSend, words],
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
