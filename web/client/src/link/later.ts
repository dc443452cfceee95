import type { Stream } from "./stream";

/** A stream that is chosen when it is first started; until then there is no connection. */
export function streamLater(choose: () => Promise<Stream>): Stream {
  let wanted = false;
  let chosen: Stream | undefined;
  let choosing: Promise<void> | undefined;
  const take = async (): Promise<void> => {
    chosen = await choose();
    if (wanted) {
      chosen.start();
    }
  };
  return {
    start: () => {
      wanted = true;
      choosing ??= take();
      chosen?.start();
    },
    write: (frame) => chosen?.write(frame) ?? false,
    stop: () => {
      wanted = false;
      chosen?.stop();
    },
  };
}
