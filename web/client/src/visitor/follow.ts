import { listOf, shape } from "@chask/wire";
import type { Resume, Welcome } from "@chask/wire";
import type { Engine } from "../engine/engine";
import type { StreamListener } from "../link/stream";
import { adoptEntries } from "../outbox/adopt";
import { caught } from "../promise";
import { showFrom } from "../thread/change";
import type { Core } from "./core";
import { connected, failed } from "./outage";
import { isListed, withListed } from "../thread/listed";
import type { Session } from "./session";
import { adoptionOf } from "./take-session";

const isList = shape({ conversations: listOf(isListed) }, {});

/** What this tab holds, for `hello`. */
export function resumeOf({ book }: Engine, session: Session | undefined): Resume | undefined {
  if (session === undefined) {
    return undefined;
  }
  const cursors = book
    .all()
    .filter(({ last }) => last > 0)
    .map(({ id, cursor }) => [id, cursor] as const);
  return { epoch: session.epoch, cursors: Object.fromEntries(cursors) };
}

/** What a visitor's client does with what its stream tells. */
export function streamListener(of: () => Core): StreamListener {
  let welcomes = 0;
  return {
    onFrame: (frame) => {
      const core = of();
      if (frame.type === "welcome") {
        beginMarks(core, frame);
        if (welcomes++ > 0) {
          void caught(refresh(core));
        }
      } else if (frame.type === "presence") {
        core.store.change({ available: frame.available });
      }
      core.engine.onFrame(frame);
      if (frame.type === "welcome") {
        void caught(adopt(core));
      }
    },
    onConnection: (connection, failure) => connected(of(), connection, failure),
    onFailure: (failure) => failed(of(), failure),
  };
}

/** There is a session and a connection: what earlier pages have left unsent may go. */
export async function adopt(core: Core): Promise<void> {
  const session = await core.sessions.obtain(false);
  await adoptEntries(adoptionOf(core, session));
}

/** Conversations begun elsewhere since the session: their past is history here. */
function beginMarks({ engine, marks }: Core, frame: Welcome): void {
  for (const { id, lastSequence } of frame.conversations) {
    if (engine.book.get(id) === undefined) {
      void marks.begin(id, lastSequence, false);
    }
  }
}

/** Marks that moved while there was no connection. */
async function refresh({ engine, sessions, options }: Core): Promise<void> {
  const list = await sessions.ask({ method: "GET", path: "/v1/widget/conversations" }, isList);
  for (const listed of list.conversations) {
    engine.reading.confirmed(listed.id, listed.ownRead);
    engine.book.set(withListed(engine.book.at(listed.id), listed, showFrom(options.baseUrl)));
  }
}
