import type { Note, WorkEvent } from "@chask/client";
import { createAsked } from "./asked";
import type { Claim } from "./claims";
import { joined, newEvents, newMentions, newMessage, tookHimself, type News, type ToldRow } from "./notices";
import { isQuiet } from "./quiet";
import type { NoticeSettings, Sound } from "./settings";

/// What the teller needs of the world.
export interface TellerOptions {
  readonly agentId: string;
  readonly settings: () => NoticeSettings;
  readonly now: () => Date;
  /// Runs something once after so many milliseconds; its result calls it off.
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly notesOf: (conversation: string) => Promise<readonly Note[]>;
  readonly eventsOf: (conversation: string) => Promise<readonly WorkEvent[]>;
  /// Whether what waits for this team waits for the agent.
  readonly inTeam: (team: string) => Promise<boolean>;
  /// Says which conversations are before somebody's eyes, in any tab.
  readonly lookedAt: () => Promise<(conversation: string) => boolean>;
  readonly claim: Claim;
  /// Whether this tab can show notifications, and shows one; more than a few at once are summed up.
  readonly canShow: () => boolean;
  readonly show: (news: News) => void;
  readonly showMany: (count: number) => void;
  readonly canPlay: () => boolean;
  readonly play: (sound: Sound) => void;
}

export interface Teller {
  readonly hear: (row: ToldRow, since: Date) => void;
  readonly stop: () => void;
}

/// A burst is told at once: what came back with the connection rings one time.
const gatherMilliseconds = 150;

/// What nobody has may be given out a moment later, and a row that changes again is told after a second at the earliest.
/// Until then it is not known whose it is, and the whole team would look up for what one of them gets.
const unassignedMilliseconds = 2_500;

/// More are summed up.
const mostAtOnce = 3;

/// Tells an agent of what is new, once for all tabs, not of what he looks at, and not in his quiet hours.
export function createTeller(options: TellerOptions): Teller {
  const { agentId, settings } = options;
  const heard = createHeard();
  const notesOf = createAsked(options.notesOf);
  const eventsOf = createAsked(options.eventsOf);
  /// The latest of each conversation of which it is to be seen whose it is.
  const held = new Map<string, ToldRow>();
  const waits = new Set<() => void>();
  let gathered: readonly News[] = [];
  let stopped = false;

  const wait = (milliseconds: number, run: () => void): void => {
    if (!stopped) {
      const callOff = options.after(milliseconds, () => {
        waits.delete(callOff);
        run();
      });
      waits.add(callOff);
    }
  };

  const quiet = (): boolean => isQuiet(settings().quiet, options.now());

  const gather = (news: News): void => {
    const known = heard(news.key);
    if (news.covers !== undefined) {
      heard(news.covers);
    }
    if (known || quiet()) {
      return;
    }
    if (gathered.length === 0) {
      wait(gatherMilliseconds, () => {
        const all = gathered;
        gathered = [];
        void tell(all, options);
      });
    }
    gathered = [...gathered, news];
  };

  const mentions = async (row: ToldRow, since: Date): Promise<void> => {
    if (row.mentioned && settings().kinds.mentions) {
      newMentions(row, await notesOf(row.id, row.notes), since, agentId).forEach(gather);
    }
  };

  /// The log first: it says whether the agent has done himself what the row tells, and what is told together with a
  /// message.
  const own = async (row: ToldRow, since: Date): Promise<void> => {
    const events = await eventsOf(row.id, row.events);
    const { kinds } = settings();
    const message = newMessage(row, since, kinds, agentId);
    if (message !== undefined && !tookHimself(row, events, agentId)) {
      gather(message);
    }
    newEvents(row, events, since, kinds, agentId).forEach(gather);
  };

  const nobodys = async (row: ToldRow, since: Date): Promise<void> => {
    const message = newMessage(row, since, settings().kinds, agentId);
    const { team } = row;
    if (
      message?.kind === "unassigned" &&
      (team === undefined || (await options.inTeam(team.id).catch(() => true)))
    ) {
      gather(message);
    }
  };

  /// Told if it is still nobody's after a moment. Quiet hours that end in that moment were there when it came.
  const hold = (row: ToldRow, { key }: News, since: Date): void => {
    if (quiet()) {
      heard(key);
      return;
    }
    held.set(row.id, row);
    wait(unassignedMilliseconds, () => {
      const latest = held.get(row.id) ?? row;
      held.delete(row.id);
      void nobodys(latest, since);
    });
  };

  return {
    hear: (row, since) => {
      const message = newMessage(row, since, settings().kinds, agentId);
      if (held.has(row.id)) {
        held.set(row.id, row);
      } else if (message?.kind === "unassigned") {
        hold(row, message, since);
      }
      if (row.assignee?.id === agentId) {
        void own(row, since);
      }
      void mentions(row, since);
    },
    stop: () => {
      stopped = true;
      waits.forEach((callOff) => callOff());
    },
  };
}

async function tell(gathered: readonly News[], options: TellerOptions): Promise<void> {
  const seen = await options.lookedAt();
  const news = joined(gathered.filter(({ row }) => !seen(row.id)));
  const { browser, sound } = options.settings();
  // Two claims: a tab that may show may not play, and the other way round.
  if (sound !== "none" && options.canPlay() && (await fresh(news, "heard", options)).length > 0) {
    options.play(sound);
  }
  if (browser && options.canShow()) {
    const mine = await fresh(news, "seen", options);
    if (mine.length > mostAtOnce) {
      options.showMany(mine.length);
    } else {
      mine.forEach(options.show);
    }
  }
}

async function fresh(
  news: readonly News[],
  how: "heard" | "seen",
  { claim }: TellerOptions,
): Promise<readonly News[]> {
  const keys = new Set(await claim(news.map(({ key }) => `${how}:${key}`)));
  return news.filter(({ key }) => keys.has(`${how}:${key}`));
}

/// Says whether a key was asked for before; remembers the last ones.
function createHeard(): (key: string) => boolean {
  const known = new Set<string>();
  const most = 1_000;
  return (key) => {
    if (known.has(key)) {
      return true;
    }
    known.add(key);
    if (known.size > most) {
      known.delete(known.values().next().value ?? key);
    }
    return false;
  };
}
