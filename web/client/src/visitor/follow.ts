import type { Hello, Welcome } from "@chask/wire";
import type { Engine } from "../engine/engine";
import type { StreamListener } from "../link/stream";
import { caught } from "../promise";
import type { Core } from "./core";
import { connected, failed } from "./outage";
import type { Session } from "./session";

/** What this tab holds, for `hello`. */
export function helloOf({ book }: Engine, session: Session | undefined): Pick<Hello, "resume"> {
  if (!session) {
    return {};
  }
  const cursors = book
    .all()
    .filter(({ last }) => last > 0)
    .map(({ id, cursor }) => [id, cursor] as const);
  return { resume: { epoch: session.epoch, cursors: Object.fromEntries(cursors) } };
}

/** What a visitor's client does with what its stream tells. */
export function streamListener(of: () => Core): StreamListener {
  let welcomes = 0;
  return {
    onFrame: (frame) => {
      const core = of();
      if (frame.type === "welcome") {
        beginMarks(core, frame);
      } else if (frame.type === "presence") {
        core.store.change({ available: frame.available });
      }
      core.engine.onFrame(frame);
      if (frame.type === "welcome") {
        void caught(settle(core, welcomes++ > 0));
      }
    },
    onConnection: (connection, failure) => connected(of(), connection, failure),
    onFailure: (failure) => failed(of(), failure),
  };
}

/** What may wait until there is a connection is loaded by then; whoever has logged out meanwhile needs none of it. */
async function settle(core: Core, again: boolean): Promise<void> {
  await core.sessions.obtain(false);
  const { adopt, refresh } = await import("./company");
  if (core.sessions.current()) {
    await Promise.all([adopt(core), again && refresh(core)]);
  }
}

/** Conversations begun elsewhere since the session: their past is history here. */
function beginMarks({ engine, marks }: Core, frame: Welcome): void {
  for (const { id, lastSequence } of frame.conversations) {
    if (!engine.book.get(id)) {
      void marks.begin(id, lastSequence, false);
    }
  }
}
