import { count, listOf, shape, text, time, type Guard } from "@chask/wire";
import { ask } from "../settings/request";
import type { Range } from "./range";

/// How long something took, in seconds.
export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
}

export interface ConversationTotal {
  readonly opened: number;
  readonly resolved: number;
  readonly firstResponse?: Spread | undefined;
  readonly resolution?: Spread | undefined;
}

export interface ConversationDay extends ConversationTotal {
  readonly day: string;
}

export interface MessageTotal {
  readonly visitor: number;
  readonly agent: number;
}

export interface MessageHour extends MessageTotal {
  readonly hour: number;
}

export interface FunnelTotal {
  readonly loaded: number;
  readonly opened: number;
  readonly started: number;
}

export interface FunnelDay extends FunnelTotal {
  readonly day: string;
}

export interface SatisfactionTotal {
  /// How often each was given, from 1 to 5.
  readonly scores: readonly number[];
}

export interface SatisfactionDay extends SatisfactionTotal {
  readonly day: string;
}

/// What one visitor has said.
export interface GivenRating {
  readonly timestamp: string;
  readonly score: number;
  readonly comment?: string;
  readonly conversation: string;
  readonly visitor?: string;
  readonly tags: readonly string[];
}

/// The newest of a period, how many there are, and where the others begin.
export interface GivenRatings {
  readonly ratings: readonly GivenRating[];
  readonly total: number;
  readonly next?: string;
}

/// A period's figures: of its days or hours, of the whole, and of as many days before.
export interface Report<Row, Total> {
  readonly rows: readonly Row[];
  readonly total: Total;
  readonly before: Total;
}

const seconds: Guard<number> = (value): value is number => Number.isFinite(value);
const spread = shape({ count, median: seconds, p90: seconds });
const times = { firstResponse: spread, resolution: spread };
const conversations = shape({ opened: count, resolved: count }, times);
const messages = shape({ visitor: count, agent: count });
const funnel = shape({ loaded: count, opened: count, started: count });
const satisfaction = shape({ scores: listOf(count) });
const given = shape(
  { timestamp: time, score: count, conversation: text, tags: listOf(text) },
  { comment: text, visitor: text },
);

export async function conversationReport(range: Range): Promise<Report<ConversationDay, ConversationTotal>> {
  const days = listOf(shape({ day: text, opened: count, resolved: count }, times));
  const { report } = await ask(
    asked("conversations", range),
    shape({ report: shape({ days, total: conversations, before: conversations }) }),
  );
  return { rows: report.days, total: report.total, before: report.before };
}

export async function messageReport(range: Range): Promise<Report<MessageHour, MessageTotal>> {
  const hours = listOf(shape({ hour: count, visitor: count, agent: count }));
  const { report } = await ask(
    asked("messages", range),
    shape({ report: shape({ hours, total: messages, before: messages }) }),
  );
  return { rows: report.hours, total: report.total, before: report.before };
}

export async function funnelReport(range: Range): Promise<Report<FunnelDay, FunnelTotal>> {
  const days = listOf(shape({ day: text, loaded: count, opened: count, started: count }));
  const { report } = await ask(
    asked("funnel", range),
    shape({ report: shape({ days, total: funnel, before: funnel }) }),
  );
  return { rows: report.days, total: report.total, before: report.before };
}

export async function satisfactionReport(range: Range): Promise<Report<SatisfactionDay, SatisfactionTotal>> {
  const days = listOf(shape({ day: text, scores: listOf(count) }));
  const { report } = await ask(
    asked("satisfaction", range),
    shape({ report: shape({ days, total: satisfaction, before: satisfaction }) }),
  );
  return { rows: report.days, total: report.total, before: report.before };
}

export async function givenRatings(range: Range, cursor?: string): Promise<GivenRatings> {
  const { report } = await ask(
    asked("ratings", range, cursor === undefined ? {} : { cursor }),
    shape({ report: shape({ ratings: listOf(given), total: count }, { next: text }) }),
  );
  return report;
}

/// The same with all that follow; nothing when one of them does not come.
export async function allRatings(
  range: Range,
  { ratings, next }: GivenRatings,
): Promise<readonly GivenRating[]> {
  const all = [...ratings];
  for (let cursor = next; cursor !== undefined;) {
    // oxlint-disable-next-line no-await-in-loop -- each page tells where the next begins
    const page = await givenRatings(range, cursor);
    all.push(...page.ratings);
    cursor = page.next;
  }
  return all;
}

function asked(
  name: string,
  { from, to, timeZone }: Range,
  more: Readonly<Record<string, string>> = {},
): { readonly method: "GET"; readonly path: string } {
  const query = new URLSearchParams({ from, to, timeZone, ...more });
  return { method: "GET", path: `/v1/reports/${name}?${query}` };
}
