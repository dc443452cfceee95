import type { Colleague, ConversationDetails, InboxRow, Tag, Team } from "@chask/client";
import { snoozeTimes } from "../conversation/snoozeTimes";
import type { SavedFilter } from "../filters/api";
import { mainViews, moreViews, viewKeys, type Shown } from "../inbox/views";
import { visitorName } from "../inbox/visitorName";
import type { Page } from "../settings/pages";
import type { TextKey as SettingsKey } from "../settings/texts";
import type { Values } from "../shell/locale";
import type { Offered } from "../shell/offered";
import { conversationHref, inboxHref, reportsHref, settingsHref } from "../shell/route";
import type { Words } from "../shell/words";
import { ownItems, type Own } from "./own";
import type { TextKey } from "./texts";

/// Something that can be chosen.
export interface Item {
  readonly id: string;
  readonly group: "act" | "go" | "own" | "people" | "search";
  readonly label: string;
  /// A second line, or nothing.
  readonly hint?: string;
  /// The key that does the same.
  readonly keys?: string;
  /// Shown before anything is typed.
  readonly first: boolean;
  /// It is of words that were typed before, and keeps its place until those of the new ones come: not to be chosen.
  readonly outdated?: boolean;
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
  /// Whether the reports are for this agent.
  readonly reports: boolean;
  readonly own: Own;
  readonly colleagues: readonly Colleague[];
  readonly teams: readonly Team[];
  readonly filters: readonly SavedFilter[];
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
  return [...actions(stock), ...places(stock), ...ownItems(stock), ...people(stock)];
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
    ...moves(stock, offered),
    ...rests(stock, offered),
    ...tagging(stock, offered),
    ...block(stock),
    ...panel(stock),
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

function moves({ t, teams }: Stock, { change }: Offered): readonly Item[] {
  const among = change.work?.team;
  const out =
    among === undefined
      ? []
      : [act("moveOut", t("moveOut", { name: among.name }), () => change.move(undefined))];
  const others = teams
    .filter(({ id }) => id !== among?.id)
    .map(({ id, name }) => act(`move.${id}`, t("move", { name }), () => change.move({ id, name })));
  return [...others, ...out];
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

function panel({ t, can, press }: Stock): readonly Item[] {
  return can("panel") ? [act("panel", t("panel"), () => press("panel"))] : [];
}

/// The views, and what the agent has kept of them under names of his own.
function views({ t, words, filters, go, press }: Stock): readonly Item[] {
  const view = (id: string, label: string, shown: Shown): Omit<Item, "first"> => ({
    id: `view.${id}`,
    group: "go",
    label,
    run: () => {
      go(inboxHref);
      press("view", JSON.stringify(shown));
    },
  });
  return [
    ...[...mainViews, ...moreViews].map((each) => ({
      ...view(each, t("view", { name: words.t(viewKeys[each]) }), { view: each }),
      first: true,
    })),
    ...filters.map(({ id, name, shown }) => ({ ...view(id, t("saved", { name }), shown), first: false })),
  ];
}

function places(stock: Stock): readonly Item[] {
  const { t, words, settingsWord, pages, reports, go, press } = stock;
  const settings = pages.map((page): Item => ({
    id: `page.${page.id}`,
    group: "go",
    label: t("settings", { name: settingsWord(page.label) }),
    first: false,
    run: () => go(settingsHref(page.id)),
  }));
  const figures: Item = {
    id: "reports",
    group: "go",
    label: words.t("account.reports"),
    first: true,
    run: () => go(reportsHref()),
  };
  const help: Item = {
    id: "help",
    group: "go",
    label: words.t("shortcuts.title"),
    keys: "?",
    first: true,
    run: () => press("?"),
  };
  return [...views(stock), ...(reports ? [figures] : []), ...settings, help];
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
