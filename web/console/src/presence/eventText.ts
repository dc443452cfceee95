import type { WorkEvent } from "@chask/client";
import type { Values } from "../shell/locale";
import type { TextKey } from "./locales/en";

/// What a visitor has said of the conversation, by its score.
const scoreKeys: readonly TextKey[] = ["rated1", "rated2", "rated3", "rated4", "rated5"];

/// What a line of the log says.
export function eventKey({ kind, actor, agent, team, score }: WorkEvent): TextKey {
  const own = actor !== undefined && actor.id === agent?.id;
  switch (kind) {
    case "assigned":
      return own ? "claimed" : "assigned";
    case "unassigned":
      return own ? "released" : "unassigned";
    case "given_back":
      return actor === undefined ? "givenBack" : "handedOver";
    case "moved":
      return team === undefined ? "movedOut" : "moved";
    case "woken":
      return actor === undefined ? "wokenByTime" : "woken";
    case "routed":
    case "resolved":
    case "reopened":
    case "snoozed":
      return kind;
    case "rated":
      return scoreKeys[(score ?? 0) - 1] ?? "rated1";
    default:
      return kind satisfies never;
  }
}

/// What fills its places. Names stand in marks that keep their direction from turning the words around them.
export function eventValues({ actor, agent, team }: WorkEvent, time: string): Values {
  return {
    actor: isolated(actor?.name),
    agent: isolated(agent?.name),
    team: isolated(team),
    time,
  };
}

function isolated(name: string | undefined): string {
  return name === undefined ? "" : `\u2068${name}\u2069`;
}
