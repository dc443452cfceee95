import type { PageChange } from "../../src/environment";
import { lossOfClose } from "../../src/link/loss";
import { initial, step } from "../../src/link/model";
import type { Effect, Input, Model, Moment } from "../../src/link/model";

/** Puts inputs in at given seconds, and gives the model and every effect. */
export function run(
  inputs: readonly (readonly [number, Input])[],
  moment: Partial<Moment> = {},
): { model: Model; effects: Effect[] } {
  let model = initial;
  const effects: Effect[] = [];
  for (const [seconds, input] of inputs) {
    const next = step(model, input, {
      now: seconds * 1_000,
      chance: 0.5,
      visible: true,
      online: true,
      ...moment,
    });
    model = next.model;
    effects.push(...next.effects);
  }
  return { model, effects };
}

export const start = { type: "start" } as const;
export const welcomed = { type: "welcomed", pingSeconds: 25 } as const;
export const due = { type: "due" } as const;
export const page = (change: PageChange): Input => ({ type: "page", change });
export const closed = (code: number): Input => ({ type: "lost", loss: lossOfClose(code, true) });
export const reports = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) =>
    effect.do === "report" ? [`${effect.failure.code} ${effect.failure.reason}`] : [],
  );
