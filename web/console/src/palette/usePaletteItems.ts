import type { ConversationDetails } from "@chask/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Account } from "../account/AccountGate";
import { detailsKey } from "../conversation/details";
import { useFilters } from "../filters/useFilters";
import { useColleagues, useTags, useTeams } from "../inbox/useDesk";
import { useSettled } from "../inbox/useSettled";
import { visitorName } from "../inbox/visitorName";
import { covers, pagesOf } from "../settings/pages";
import { texts as settingsTexts } from "../settings/texts";
import { api, useClient } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { offered } from "../shell/offered";
import { problemText } from "../shell/problems";
import { conversationHref, inboxHref } from "../shell/route";
import { canRun, runShortcut } from "../shell/shortcuts";
import { useTexts, useWords } from "../shell/words";
import { best } from "./fuzzy";
import { itemsOf, type Item, type Stock } from "./items";
import { texts } from "./texts";
import { useOwn } from "./useOwn";

/// How many of a group are shown at most.
const most: Readonly<Record<Item["group"], number>> = { act: 8, go: 9, own: 6, people: 6, search: 6 };

const typingMilliseconds = 200;

/// What fits what was typed, group by group: commands and visitors of the list at once, what the server finds after it.
export function usePaletteItems(typed: string, account: Account): readonly Item[] {
  const stock = useStock(account);
  const all = useMemo(() => itemsOf(stock), [stock]);
  const found = useFound(typed, stock);
  return useMemo(() => {
    const fitting =
      typed.trim() === "" ? all.filter(({ first }) => first) : best(typed, all, ({ label }) => label);
    return groupsOf(fitting.concat(found));
  }, [typed, all, found]);
}

function groupsOf(items: readonly Item[]): readonly Item[] {
  return (["act", "go", "own", "people", "search"] as const).flatMap((group) =>
    items.filter((item) => item.group === group).slice(0, most[group]),
  );
}

function useStock(account: Account): Stock {
  const words = useWords();
  const t = useTexts(texts);
  const settingsWord = useTexts(settingsTexts);
  const client = useClient();
  const queries = useQueryClient();
  const colleagues = useColleagues();
  const teams = useTeams();
  const { filters } = useFilters();
  const tags = useTags();
  const setBlocked = useBlocking();
  const own = useOwn(account);
  // As it was when the palette opened: nothing moves under the one who chooses.
  const [opened] = useState(() => ({ now: new Date(), offered: offered(), rows: client.getState().inbox }));
  return useMemo(
    () => ({
      ...opened,
      words,
      t,
      settingsWord,
      agentId: account.agent.id,
      pages: pagesOf(account.agent.role),
      reports: covers(account.agent.role, "admin"),
      own,
      colleagues,
      teams,
      filters,
      tags,
      details:
        opened.offered === undefined
          ? undefined
          : queries.getQueryData<ConversationDetails>(detailsKey(opened.offered.id)),
      can: canRun,
      press: runShortcut,
      go,
      setBlocked,
    }),
    [opened, words, t, settingsWord, account, colleagues, teams, filters, tags, queries, setBlocked, own],
  );
}

function go(href: string): void {
  window.location.hash = href;
}

/// Blocks or unblocks, says so, and offers to take it back.
function useBlocking(): Stock["setBlocked"] {
  const words = useWords();
  const show = useNotices();
  const queries = useQueryClient();
  return useMemo(() => {
    const change = async (details: ConversationDetails, blocked: boolean): Promise<void> => {
      const name = visitorName(details.visitor, words);
      try {
        await api.setBlocked(details.visitor.id, blocked);
        await queries.invalidateQueries({ queryKey: detailsKey(details.id) });
        show({
          text: words.t(blocked ? "visitor.isBlocked" : "visitor.isUnblocked", { name }),
          action: { label: words.t("message.undo"), run: () => void change(details, !blocked) },
        });
      } catch (thrown) {
        show({ text: problemText(thrown, words) });
      }
    };
    return (details, blocked) => void change(details, blocked);
  }, [words, show, queries]);
}

/// Less is not looked for.
const fewestLetters = 2;

/// Whether one is the other, typed further: what was found for it stays in its place until the answer.
function goesOn(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/// What the server finds for the words, and the way to all of it. What it found for others is not to be chosen.
function useFound(typed: string, { words, t, press }: Stock): readonly Item[] {
  const wanted = typed.trim();
  const asked = useSettled(wanted, typingMilliseconds);
  const search = useQuery({
    queryKey: ["palette", asked],
    queryFn: async () => ({ of: asked, hits: (await api.search(asked)).hits }),
    enabled: asked.length >= fewestLetters,
    placeholderData: (before) => before,
  });
  return useMemo(() => {
    if (wanted === "") {
      return [];
    }
    const shown = wanted.length >= fewestLetters && goesOn(search.data?.of ?? "", wanted);
    const hits = (shown ? (search.data?.hits ?? []) : []).map(({ conversation, message }): Item => ({
      id: `hit.${conversation.id}`,
      group: "search",
      label: visitorName(conversation.visitor, words),
      hint: message?.segments.map(({ text }) => text).join("") ?? "",
      first: false,
      outdated: search.data?.of !== wanted,
      run: () => go(conversationHref(conversation.id, message?.id)),
    }));
    const whole: Item = {
      id: "search",
      group: "search",
      label: t("searchFor", { words: wanted }),
      keys: "/",
      first: false,
      run: () => {
        if (!canRun("/")) {
          go(inboxHref);
        }
        press("/", wanted);
      },
    };
    return [whole, ...hits];
  }, [wanted, search.data, words, t, press]);
}
