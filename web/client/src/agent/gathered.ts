import type { Environment } from "../environment";

/** What is asked for by the dozen, done once a while later. */
export interface Gathered {
  readonly soon: () => void;
  readonly stop: () => void;
}

export function gathered(
  environment: Pick<Environment, "after">,
  milliseconds: number,
  run: () => void,
): Gathered {
  let cancel: (() => void) | undefined;
  return {
    soon: () => {
      cancel ??= environment.after(milliseconds, () => {
        cancel = undefined;
        run();
      });
    },
    stop: () => cancel?.(),
  };
}
