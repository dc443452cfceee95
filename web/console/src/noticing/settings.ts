import { isZone } from "./quiet";

/// Which sound tells of something new.
export const sounds = ["chime", "drop", "knock"] as const;

export type Sound = (typeof sounds)[number];

/// What an agent may want to be told of.
export const kinds = ["mine", "unassigned", "assigned", "woken", "mentions"] as const;

export type Kind = (typeof kinds)[number];

/// A stretch of each day in which nothing is told.
export interface QuietHours {
  readonly on: boolean;
  /// Minutes since midnight on the clock of the zone. `to` before `from` ends on the next day.
  readonly from: number;
  readonly to: number;
  /// A name of the IANA time zone database.
  readonly zone: string;
}

/// How an agent is told of what is new. Kept on this browser, for each agent who signs in there: the permission to show
/// notifications belongs to the browser, and the loudspeaker to the place where it stands.
export interface NoticeSettings {
  readonly browser: boolean;
  /// Whether the agent does not want to be offered them any more.
  readonly declined: boolean;
  /// Whether a notification shows what was written.
  readonly preview: boolean;
  readonly sound: Sound | "none";
  readonly kinds: Readonly<Record<Kind, boolean>>;
  readonly quiet: QuietHours;
}

const day = 24 * 60;

/// What was kept, with the defaults in place of whatever is missing or does not fit. `zone` is the browser's.
export function decodeNoticeSettings(text: string | null, zone: string): NoticeSettings {
  const kept = read(text);
  const told = members(kept["kinds"]);
  const quiet = members(kept["quiet"]);
  return {
    browser: kept["browser"] !== false,
    declined: kept["declined"] === true,
    preview: kept["preview"] !== false,
    sound: kept["sound"] === "none" ? "none" : (sounds.find((one) => one === kept["sound"]) ?? "chime"),
    kinds: {
      mine: told["mine"] !== false,
      unassigned: told["unassigned"] !== false,
      assigned: told["assigned"] !== false,
      woken: told["woken"] !== false,
      mentions: told["mentions"] !== false,
    },
    quiet: {
      on: quiet["on"] === true,
      from: minuteOr(quiet["from"], 20 * 60),
      to: minuteOr(quiet["to"], 8 * 60),
      zone: isZone(quiet["zone"]) ? quiet["zone"] : zone,
    },
  };
}

function read(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return members(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function minuteOr(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < day
    ? value
    : otherwise;
}

/// The settings of one agent on this browser, followed across its tabs.
export interface NoticeStore {
  readonly get: () => NoticeSettings;
  readonly change: (part: Partial<NoticeSettings>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const stores = new Map<string, NoticeStore>();

/// One store an agent, shared by what tells and by the page of settings.
export function noticeStore(agentId: string): NoticeStore {
  const known = stores.get(agentId) ?? createStore(`chask.console.notices.${agentId}`);
  stores.set(agentId, known);
  return known;
}

function createStore(key: string): NoticeStore {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  let settings = decodeNoticeSettings(load(key), timeZone);
  const listeners = new Set<() => void>();
  const put = (next: NoticeSettings): void => {
    settings = next;
    listeners.forEach((listener) => listener());
  };
  window.addEventListener("storage", (event) => {
    if (event.key === key) {
      put(decodeNoticeSettings(event.newValue, timeZone));
    }
  });
  return {
    get: () => settings,
    change: (part) => {
      put({ ...settings, ...part });
      keep(key, settings);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function load(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, settings: NoticeSettings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // Storage is refused: the choice holds for this page only.
  }
}
