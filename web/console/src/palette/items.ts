import type { Colleague, ConversationDetails, InboxRow, Tag } from "@chask/client";
import { snoozeTimes } from "../conversation/snoozeTimes";
import { mainViews, moreViews, viewKeys } from "../inbox/views";
import { visitorName } from "../inbox/visitorName";
import type { Page } from "../settings/pages";
import type { TextKey as SettingsKey } from "../settings/texts";
import type { Values } from "../shell/locale";
import type { Offered } from "../shell/offered";
import { conversationHref, inboxHref, settingsHref } from "../shell/route";
import type { Words } from "../shell/words";
import type { TextKey } from "./texts";

/// Something that can be chosen.
export interface Item {
  readonly id: string;
  readonly group: "act" | "go" | "people" | "search";
  readonly label: string;
  /// A second line, or nothing.
  readonly hint?: string;
  /// The key that does the same.
  readonly keys?: string;
  /// Shown before anything is typed.
  readonly first: boolean;
  readonly run: () => void;
}

/// What items are made of.
export interface Stock {
  readonly words: Words;
  readonly t: (key: TextKey, values?: Values) => string;
  readonly settingsWord: (key: SettingsKey) => string;
  readonly agentId: string;
  readonly now: Date;
  readonly pages: readonly Page[];
  readonly colleagues: readonly Colleague[];
  readonly tags: readonly Tag[];
  readonly rows: readonly InboxRow[];
  readonly offered: Offered | undefined;
  readonly details: ConversationDetails | undefined;
  readonly can: (shortcut: string) => boolean;
  readonly press: (shortcut: string, words?: string) => void;
  readonly go: (href: string) => void;
  readonly setBlocked: (details: ConversationDetails, blocked: boolean) => void;
}

/// Everything that can be chosen without asking the server.
export function itemsOf(stock: Stock): readonly Item[] {
  return [...actions(stock), ...places(stock), ...people(stock)];
}

const keyed = [
  ["r", "keys.reply"],
  ["q", "keys.quote"],
  ["n", "keys.note"],
  ["e", "keys.resolve"],
  ["c", "keys.claim"],
] as const;

function actions(stock: Stock): readonly Item[] {
  const { offered, t, can, press } = stock;
  if (offered === undefined) {
    return [];
  }
  const simple = keyed
    .filter(([key]) => can(key))
    .map(([key, label]) => ({ ...act(key, t(label), () => press(key)), keys: key, first: true }));
  return [
    ...simple,
    ...transfers(stock, offered),
    ...rests(stock, offered),
    ...tagging(stock, offered),
    ...block(stock),
  ];
}

function act(id: string, label: string, run: () => void): Item {
  return { id: `act.${id}`, group: "act", label, first: false, run };
}

function transfers({ t, words, colleagues, agentId }: Stock, { change }: Offered): readonly Item[] {
  const has = change.work?.assignee?.id;
  const release = has === undefined ? [] : [act("release", t("release"), () => change.assign(undefined))];
  const others = colleagues
    .filter(({ id }) => id !== has)
    .map(({ id, name }) =>
      act(
        `assign.${id}`,
        t("transfer", { name: id === agentId ? words.t("work.youNamed", { name }) : name }),
        () => change.assign({ id, name }),
      ),
    );
  return [...others, ...release];
}

function rests({ t, words, now }: Stock, { change, open }: Offered): readonly Item[] {
  if (!open) {
    return [];
  }
  if (change.work?.snoozedUntil !== undefined) {
    return [act("wake", words.t("work.wake"), () => change.snooze(undefined))];
  }
  return snoozeTimes(now).map(({ label, until }) =>
    act(label, t("snooze", { time: words.t(label) }), () => change.snooze(until)),
  );
}

function tagging({ t, tags }: Stock, { change }: Offered): readonly Item[] {
  const has = change.work?.tags ?? [];
  return [
    ...tags
      .filter(({ name }) => !has.includes(name))
      .map(({ name }) => act(`tag.${name}`, t("addTag", { tag: name }), () => change.addTag(name))),
    ...has.map((name) => act(`untag.${name}`, t("removeTag", { tag: name }), () => change.removeTag(name))),
  ];
}

function block({ t, details, setBlocked }: Stock): readonly Item[] {
  if (details === undefined) {
    return [];
  }
  const blocked = details.visitor.blockedAt !== undefined;
  return [act("block", t(blocked ? "unblock" : "block"), () => setBlocked(details, !blocked))];
}

function places({ t, words, settingsWord, pages, go, press }: Stock): readonly Item[] {
  const views = [...mainViews, ...moreViews].map((view): Item => ({
    id: `view.${view}`,
    group: "go",
    label: t("view", { name: words.t(viewKeys[view]) }),
    first: true,
    run: () => {
      go(inboxHref);
      press("view", view);
    },
  }));
  const settings = pages.map((page): Item => ({
    id: `page.${page.id}`,
    group: "go",
    label: t("settings", { name: settingsWord(page.label) }),
    first: false,
    run: () => go(settingsHref(page.id)),
  }));
  const help: Item = {
    id: "help",
    group: "go",
    label: words.t("shortcuts.title"),
    keys: "?",
    first: true,
    run: () => press("?"),
  };
  return [...views, ...settings, help];
}

function people({ words, rows, go }: Stock): readonly Item[] {
  return rows.map((row) => ({
    id: `row.${row.id}`,
    group: "people",
    label: visitorName(row.visitor, words),
    hint: row.preview,
    first: false,
    run: () => go(conversationHref(row.id)),
  }));
}
