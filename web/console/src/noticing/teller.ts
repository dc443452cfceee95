import type { Note } from "@chask/client";
import type { Claim } from "./claims";
import { newMentions, newMessage, type News, type ToldRow } from "./notices";
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

/// More are summed up.
const mostAtOnce = 3;

/// Tells an agent of what is new, once for all tabs, not of what he looks at, and not in his quiet hours.
export function createTeller(options: TellerOptions): Teller {
  const heard = createHeard();
  let gathered: readonly News[] = [];
  let callOff: (() => void) | undefined;

  const gather = (news: News): void => {
    if (heard(news.key) || isQuiet(options.settings().quiet, options.now())) {
      return;
    }
    gathered = [...gathered, news];
    callOff ??= options.after(gatherMilliseconds, () => {
      const all = gathered;
      gathered = [];
      callOff = undefined;
      void tell(all, options);
    });
  };

  const mentions = async (row: ToldRow, since: Date): Promise<void> => {
    // Asked for at each number of notes once: the row tells of everything else too.
    if (!row.mentioned || !options.settings().kinds.mentions || heard(`notes:${row.id}:${row.notes}`)) {
      return;
    }
    const notes = await options.notesOf(row.id).catch(() => []);
    newMentions(row, notes, since, options.agentId).forEach(gather);
  };

  return {
    hear: (row, since) => {
      const message = newMessage(row, since, options.settings().kinds, options.agentId);
      if (message !== undefined) {
        gather(message);
      }
      void mentions(row, since);
    },
    stop: () => callOff?.(),
  };
}

async function tell(gathered: readonly News[], options: TellerOptions): Promise<void> {
  const seen = await options.lookedAt();
  const news = gathered.filter(({ row }) => !seen(row.id));
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
