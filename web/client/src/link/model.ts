import type { PageChange } from "../environment";
import type { Failure } from "../failure";
import { unreachable } from "../failure";
import { retryDelay } from "./delay";
import type { Loss } from "./loss";

/** The connection as one union. Times are milliseconds since 1970. */
export type Link =
  | { readonly state: "idle" }
  /** Credentials, socket and welcome are awaited until `until`. */
  | { readonly state: "connecting"; readonly until: number }
  /** `verdict`: when an unanswered ping proves that the stream is dead. */
  | {
      readonly state: "live";
      readonly since: number;
      readonly heard: number;
      readonly written: number;
      /** How much silence the server allows before a ping. */
      readonly pingAfter: number;
      readonly verdict?: number;
    }
  | { readonly state: "waiting"; readonly until: number }
  /** The browser says there is no network: `online` wakes it, or `until`, should the browser be wrong. */
  | { readonly state: "offline"; readonly until: number }
  | { readonly state: "stopped"; readonly failure: Failure };

/** From the first loss until the next welcome: one cause, one report. */
export interface Outage {
  readonly failure: Failure;
  readonly since: number;
  readonly reported: boolean;
}

export interface Model {
  readonly link: Link;
  /** Failed attempts in a row; ten stable seconds begin anew. */
  readonly attempt: number;
  /** New credentials were asked for since the last stable stream. */
  readonly refreshed: boolean;
  readonly outage?: Outage;
  readonly drainWindow?: number;
}

export type Input =
  | { readonly type: "start" }
  | { readonly type: "stop" }
  | { readonly type: "welcomed"; readonly pingSeconds: number }
  | { readonly type: "heard" }
  | { readonly type: "written" }
  | { readonly type: "due" }
  | { readonly type: "drain"; readonly windowMs: number }
  | { readonly type: "lost"; readonly loss: Loss }
  | { readonly type: "page"; readonly change: PageChange };

export type Effect =
  | { readonly do: "open"; readonly fresh: boolean }
  /** `hung`: whatever was being opened has not answered in time. */
  | { readonly do: "close"; readonly hung: boolean }
  | { readonly do: "ping" }
  | { readonly do: "report"; readonly failure: Failure };

/** What the moment adds to an input: time, a drawn number from 0 to 1, and what the browser says. */
export interface Moment {
  readonly now: number;
  readonly chance: number;
  readonly visible: boolean;
  readonly online: boolean;
}

export interface Step {
  readonly model: Model;
  readonly effects: readonly Effect[];
}

export const initial: Model = { link: { state: "idle" }, attempt: 0, refreshed: false };

const close: Effect = { do: "close", hung: false };

const OPEN_WITHIN = 15_000;
const ANSWER_WITHIN = 10_000;
const ANSWER_WITHIN_AFTER_SLEEP = 5_000;
const STABLE_AFTER = 10_000;
const QUIET_FOR = 30_000;
const OFFLINE_CHECK = 60_000;

/** The whole behaviour of a connection: what is next, and what is to be done. Pure. */
export function step(model: Model, input: Input, at: Moment): Step {
  switch (input.type) {
    case "start":
      return model.link.state === "idle" || model.link.state === "stopped"
        ? opening({ ...initial }, at, false)
        : still(model);
    case "stop":
      return { model: initial, effects: isOpen(model.link) ? [close] : [] };
    case "welcomed":
      return still(welcomed(model, input.pingSeconds, at));
    case "heard":
      return still(noted(model, { heard: at.now }));
    case "written":
      return still(noted(model, { written: at.now }));
    case "drain":
      return still({ ...model, drainWindow: input.windowMs });
    case "lost":
      return isOpen(model.link) ? lost(model, input.loss, at) : still(model);
    case "page":
      return onPage(model, input.change, at);
    case "due":
      return onDue(model, at);
    default:
      return input satisfies never;
  }
}

/** When `due` is to be put in next; undefined: never by time alone. */
export function nextDue({ link, outage }: Model): number | undefined {
  const report = outage && !outage.reported ? outage.since + QUIET_FOR : Infinity;
  const due = Math.min(report, dueOfLink(link));
  return due === Infinity ? undefined : due;
}

function dueOfLink(link: Link): number {
  switch (link.state) {
    case "idle":
    case "stopped":
      return Infinity;
    case "connecting":
    case "waiting":
    case "offline":
      return link.until;
    case "live":
      return link.verdict ?? Math.min(link.heard, link.written) + link.pingAfter;
    default:
      return link satisfies never;
  }
}

function still(model: Model): Step {
  return { model, effects: [] };
}

function isOpen(link: Link): boolean {
  return link.state === "connecting" || link.state === "live";
}

function opening(model: Model, at: Moment, fresh: boolean): Step {
  return {
    model: { ...model, link: { state: "connecting", until: at.now + OPEN_WITHIN } },
    effects: [{ do: "open", fresh }],
  };
}

function welcomed({ attempt, refreshed }: Model, pingSeconds: number, { now }: Moment): Model {
  const pingAfter = Math.max(1, pingSeconds) * 1_000;
  return { link: { state: "live", since: now, heard: now, written: now, pingAfter }, attempt, refreshed };
}

function noted(model: Model, change: { readonly heard: number } | { readonly written: number }): Model {
  if (model.link.state !== "live") {
    return model;
  }
  const { verdict, ...link } = { ...model.link, ...change };
  return {
    ...model,
    link: "heard" in change || verdict === undefined ? link : { ...link, verdict },
  };
}

function lost(before: Model, loss: Loss, at: Moment): Step {
  const stable = before.link.state === "live" && at.now - before.link.since >= STABLE_AFTER;
  const model = stable ? { ...before, attempt: 0, refreshed: false } : before;
  if (loss.next === "stop" || (loss.next === "refresh" && model.refreshed)) {
    return {
      model: { ...initial, link: { state: "stopped", failure: loss.failure } },
      effects: [{ do: "report", failure: loss.failure }],
    };
  }
  const told = noteOutage(model, loss, at);
  if (loss.next === "refresh") {
    const next = opening({ ...told.model, refreshed: true }, at, true);
    return { model: next.model, effects: [...told.effects, ...next.effects] };
  }
  const { drainWindow, ...rest } = told.model;
  const link = pause(model.attempt, loss.failure, drainWindow, at);
  return { model: { ...rest, attempt: model.attempt + 1, link }, effects: told.effects };
}

/** What begins quietly, such as a deploy, stays quiet for its 30 s, whatever the attempts meanwhile run into. */
function noteOutage(model: Model, { failure, quiet }: Loss, { now }: Moment): Step {
  if (model.outage) {
    return still(model);
  }
  const reported = !quiet && model.drainWindow === undefined;
  const outage = { failure, since: now, reported };
  return { model: { ...model, outage }, effects: reported ? [{ do: "report", failure }] : [] };
}

function pause(attempt: number, failure: Failure, window: number | undefined, at: Moment): Link {
  if (!at.online) {
    return { state: "offline", until: at.now + OFFLINE_CHECK };
  }
  const chance = (): number => at.chance;
  const wait =
    window === undefined
      ? retryDelay(attempt, chance, at.visible ? 20_000 : 60_000)
      : Math.round(at.chance * window);
  return { state: "waiting", until: at.now + wait + (failure.retryAfterMs ?? 0) };
}

function onDue(model: Model, at: Moment): Step {
  const { link, outage } = model;
  if (outage && !outage.reported && at.now >= outage.since + QUIET_FOR) {
    const next = onDue({ ...model, outage: { ...outage, reported: true } }, at);
    return { model: next.model, effects: [{ do: "report", failure: outage.failure }, ...next.effects] };
  }
  if (at.now < dueOfLink(link)) {
    return still(model);
  }
  if (link.state === "waiting" || link.state === "offline") {
    return opening(model, at, false);
  }
  if (link.state === "live" && link.verdict === undefined) {
    return pinging(model, at, ANSWER_WITHIN);
  }
  return isOpen(link) ? dropped(model, at) : still(model);
}

function dropped(model: Model, at: Moment): Step {
  const next = lost(model, { failure: unreachable(at.online), next: "retry", quiet: false }, at);
  const hung = model.link.state === "connecting" && at.online;
  return { model: next.model, effects: [{ do: "close", hung }, ...next.effects] };
}

function pinging(model: Model, at: Moment, within: number): Step {
  return model.link.state === "live"
    ? {
        model: { ...model, link: { ...model.link, written: at.now, verdict: at.now + within } },
        effects: [{ do: "ping" }],
      }
    : still(model);
}

function onPage(model: Model, change: PageChange, at: Moment): Step {
  const { link } = model;
  if (change === "offline") {
    return isOpen(link) ? dropped(model, { ...at, online: false }) : still(offline(model, at));
  }
  if (change === "freeze") {
    return isOpen(link)
      ? {
          model: { ...model, link: { state: "waiting", until: at.now + OFFLINE_CHECK } },
          effects: [close],
        }
      : still(model);
  }
  const wakes = change === "online" || change === "visible" || change === "resume";
  if (wakes && (link.state === "waiting" || (link.state === "offline" && change === "online"))) {
    const until = Math.min(link.until, at.now + Math.round(at.chance * 1_000));
    return still({ ...model, link: { state: "waiting", until } });
  }
  const slept = link.state === "live" && link.verdict === undefined && at.now - link.heard > ANSWER_WITHIN;
  return wakes && slept ? pinging(model, at, ANSWER_WITHIN_AFTER_SLEEP) : still(model);
}

function offline(model: Model, at: Moment): Model {
  return model.link.state === "waiting"
    ? { ...model, link: { state: "offline", until: at.now + OFFLINE_CHECK } }
    : model;
}
