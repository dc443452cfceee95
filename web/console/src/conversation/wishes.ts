import type { ConversationDetails, Work } from "@chask/client";
import { api } from "../shell/client";
import { unreachable } from "../shell/unreachable";

/// A wish about a conversation's work. `from` is who had it in the eyes of the agent who wished.
export type Wish =
  | { readonly kind: "assign"; readonly to: Work["assignee"] | undefined; readonly from: string | undefined }
  | {
      readonly kind: "move";
      readonly to: Work["team"] | undefined;
      readonly from: string | undefined;
      /// The team that it leaves, in the same eyes.
      readonly out: string | undefined;
    }
  | {
      readonly kind: "snooze";
      readonly until: Date | undefined;
      /// The last message that the agent had seen when he wished.
      readonly seen: number | undefined;
    }
  | { readonly kind: "tag"; readonly add: string }
  | { readonly kind: "untag"; readonly remove: string };

export function carryOut(id: string, wish: Wish): Promise<ConversationDetails> {
  switch (wish.kind) {
    case "assign":
      return api.assign(id, wish.to?.id ?? null, wish.from ?? null);
    case "move":
      return api.moveToTeam(id, wish.to?.id ?? null, { agent: wish.from ?? null, team: wish.out ?? null });
    case "snooze":
      return api.snooze(id, wish.until ?? null, wish.seen);
    case "tag":
      return api.changeTags(id, { add: [wish.add] });
    case "untag":
      return api.changeTags(id, { remove: [wish.remove] });
    default:
      return unreachable(wish);
  }
}

/// What the work is once the wish has come true.
export function wished({ assignee, team, snoozedUntil, ...work }: Work, wish: Wish): Work {
  const has = assigneeAfter(assignee, wish);
  const among = wish.kind === "move" ? wish.to : team;
  const until = wish.kind === "snooze" ? wish.until : snoozedUntil;
  return {
    ...work,
    tags: tagsAfter(work.tags, wish),
    ...(has === undefined ? {} : { assignee: has }),
    ...(among === undefined ? {} : { team: among }),
    ...(until === undefined ? {} : { snoozedUntil: until }),
  };
}

function assigneeAfter(assignee: Work["assignee"], wish: Wish): Work["assignee"] {
  if (wish.kind === "move" && wish.to !== undefined) {
    return undefined;
  }
  return wish.kind === "assign" ? wish.to : assignee;
}

function tagsAfter(tags: readonly string[], wish: Wish): readonly string[] {
  if (wish.kind === "tag" && !tags.some((name) => name.toLowerCase() === wish.add.toLowerCase())) {
    return [...tags, wish.add];
  }
  return wish.kind === "untag" ? tags.filter((name) => name !== wish.remove) : tags;
}
