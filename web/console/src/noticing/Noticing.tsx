import type { Words } from "../shell/words";
import { useEffect, useRef, useState } from "react";
import { visitorName } from "../inbox/visitorName";
import { api, useAgentId, useClient } from "../shell/client";
import { afterInBrowser } from "../shell/now";
import { conversationHref, inboxHref, useRoute } from "../shell/route";
import { useTexts, useWords } from "../shell/words";
import { createClaim } from "./claims";
import { lookAt, lookedAt } from "./looking";
import type { News } from "./notices";
import { showNotification } from "./notification";
import { noticeStore } from "./settings";
import { createLoudspeaker } from "./sound";
import { createTeller } from "./teller";
import { texts, type TextKey } from "./texts";

type T = ReturnType<typeof useTexts<TextKey>>;

/// Tells of new messages and mentions while an agent is signed in. Shows nothing in the page itself.
export function Noticing(): null {
  const client = useClient();
  const agentId = useAgentId();
  const words = useWords();
  const t = useTexts(texts);
  const latest = useRef({ words, t });
  useEffect(() => {
    latest.current = { words, t };
  });
  useEffect(() => {
    const speaker = createLoudspeaker();
    const { locks } = navigator;
    const teller = createTeller({
      agentId,
      settings: noticeStore(agentId).get,
      now: () => new Date(),
      after: afterInBrowser,
      notesOf: api.listNotes,
      lookedAt: () => lookedAt(agentId, locks),
      claim: createClaim(`chask.console.noticed.${agentId}`, localStorage, locks, afterInBrowser),
      canShow: () => "Notification" in window && Notification.permission === "granted",
      show: (news) => show(news, noticeStore(agentId).get().preview, latest.current),
      showMany: (count) =>
        showNotification({ title: latest.current.t("many", { count }), href: inboxHref, tag: "many" }),
      canPlay: speaker.ready,
      play: (sound) => void speaker.play(sound),
    });
    const end = client.on("conversationTold", ({ row, since }) => teller.hear(row, since));
    return () => {
      end();
      teller.stop();
    };
  }, [client, agentId]);
  useLooking(agentId);
  return null;
}

function show(
  { row, note }: News,
  preview: boolean,
  { words, t }: { readonly words: Words; readonly t: T },
): void {
  const name = visitorName(row.visitor, words);
  const title = note === undefined ? name : t("mentioned", { name: note.author.name });
  const written = note === undefined ? row.preview || t("file") : note.content;
  const body = preview ? written : t(note === undefined ? "message" : "note", { name });
  showNotification({ title, body, href: conversationHref(row.id), tag: row.id });
}

/// Tells the other tabs which conversation is before the agent's eyes in this one.
function useLooking(agentId: string): void {
  const route = useRoute();
  const conversation = route.view === "conversation" ? route.id : undefined;
  const attentive = useAttentive();
  useEffect(
    () =>
      attentive && conversation !== undefined ? lookAt(agentId, conversation, navigator.locks) : undefined,
    [agentId, attentive, conversation],
  );
}

/// Whether somebody looks at this page.
function useAttentive(): boolean {
  const [attentive, setAttentive] = useState(isAttentive);
  useEffect(() => {
    const look = (): void => setAttentive(isAttentive());
    const turns = ["focus", "blur"] as const;
    turns.forEach((turn) => window.addEventListener(turn, look));
    document.addEventListener("visibilitychange", look);
    return () => {
      turns.forEach((turn) => window.removeEventListener(turn, look));
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return attentive;
}

function isAttentive(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
