import type { Words } from "../shell/words";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { teamsQuery } from "../inbox/useDesk";
import { visitorName } from "../inbox/visitorName";
import { watchActivity } from "../presence/activity";
import { api, useAgentId, useClient } from "../shell/client";
import { afterInBrowser } from "../shell/now";
import { conversationHref, inboxHref, useRoute } from "../shell/route";
import { useTexts, useWords } from "../shell/words";
import { createClaim } from "./claims";
import { createAttention } from "./attention";
import { lookAt, lookedAt, onLook } from "./looking";
import type { News } from "./notices";
import { showNotification } from "./notification";
import { noticeStore } from "./settings";
import { createLoudspeaker } from "./sound";
import { createStanding } from "./standing";
import { createTeller } from "./teller";
import { texts, type TextKey } from "./texts";

type T = ReturnType<typeof useTexts<TextKey>>;

/// Tells of new messages and mentions while an agent is signed in. Shows nothing in the page itself.
export function Noticing(): null {
  const client = useClient();
  const agentId = useAgentId();
  const queries = useQueryClient();
  const words = useWords();
  const t = useTexts(texts);
  const latest = useRef({ words, t });
  useEffect(() => {
    latest.current = { words, t };
  });
  useEffect(() => {
    const speaker = createLoudspeaker();
    const standing = createStanding(agentId);
    const { locks } = navigator;
    const teller = createTeller({
      agentId,
      settings: noticeStore(agentId).get,
      now: () => new Date(),
      after: afterInBrowser,
      notesOf: api.listNotes,
      eventsOf: api.listEvents,
      inTeam: async (team) => {
        const teams = await queries.fetchQuery(teamsQuery);
        const members = teams.find(({ id }) => id === team)?.members ?? [];
        // A team without members is everybody's: otherwise nobody would be told.
        return members.length === 0 || members.includes(agentId);
      },
      lookedAt: () => lookedAt(agentId, locks),
      claim: createClaim(`chask.console.noticed.${agentId}`, localStorage, locks, afterInBrowser),
      canShow: () => "Notification" in window && Notification.permission === "granted",
      show: (news) => standing.put(news, show(news, noticeStore(agentId).get().preview, latest.current)),
      showMany: (count) => {
        showNotification({ title: latest.current.t("many", { count }), href: inboxHref, tag: "many" });
      },
      canPlay: speaker.ready,
      play: (sound) => void speaker.play(sound),
    });
    const end = client.on("conversationTold", ({ row, since }) => {
      standing.follow(row);
      teller.hear(row, since);
    });
    const endLooks = onLook(standing.look);
    return () => {
      end();
      endLooks();
      teller.stop();
    };
  }, [client, agentId, queries]);
  useLooking(agentId);
  return null;
}

function show(
  news: News,
  preview: boolean,
  { words, t }: { readonly words: Words; readonly t: T },
): () => void {
  const { row } = news;
  const body = bodyOf(news, preview, visitorName(row.visitor, words), t);
  return showNotification({
    title: titleOf(news, visitorName(row.visitor, words), t),
    ...(body === undefined ? {} : { body }),
    href: conversationHref(row.id, news.note?.id),
    tag: row.id,
  });
}

function titleOf({ kind, note }: News, name: string, t: T): string {
  if (note !== undefined) {
    return t("mentioned", { name: note.author.name });
  }
  return kind === "assigned" || kind === "woken" ? t(kind, { name }) : name;
}

/// What was written, or where that is not to be shown, what kind of news it is, unless the title says it.
function bodyOf({ kind, row, note }: News, preview: boolean, name: string, t: T): string | undefined {
  if (preview) {
    return note === undefined ? row.preview || t("file") : note.content;
  }
  if (note !== undefined) {
    return t("note", { name });
  }
  return kind === "assigned" || kind === "woken" ? undefined : t("message");
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
  const [attentive, setAttentive] = useState(isInFront);
  useEffect(() => {
    const attention = createAttention({
      now: () => Date.now(),
      after: afterInBrowser,
      inFront: isInFront,
      tell: setAttentive,
    });
    const turns = ["focus", "blur"] as const;
    turns.forEach((turn) => window.addEventListener(turn, attention.turn));
    document.addEventListener("visibilitychange", attention.turn);
    window.addEventListener("focus", attention.note);
    const end = watchActivity(attention.note);
    return () => {
      end();
      window.removeEventListener("focus", attention.note);
      turns.forEach((turn) => window.removeEventListener(turn, attention.turn));
      document.removeEventListener("visibilitychange", attention.turn);
      attention.stop();
    };
  }, []);
  return attentive;
}

function isInFront(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
