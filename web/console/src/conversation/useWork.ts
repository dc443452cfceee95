import { ChatError, type ConversationDetails, type Work } from "@chask/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, useAgentId, useClient } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { problemText } from "../shell/problems";
import { unreachable } from "../shell/unreachable";
import { useWords } from "../shell/words";
import { tagsKey } from "../inbox/useDesk";
import { detailsKey } from "./details";

/// A wish about a conversation's work, and what it would be then.
type Wish =
  | { readonly kind: "assign"; readonly to: Work["assignee"] | undefined; readonly from: string | undefined }
  | { readonly kind: "move"; readonly to: Work["team"] | undefined; readonly from: string | undefined }
  | { readonly kind: "snooze"; readonly until: Date | undefined }
  | { readonly kind: "tag"; readonly add: string }
  | { readonly kind: "untag"; readonly remove: string };

/// What agents do with a conversation: shown as wished at once, and as it is again when the wish is refused.
export interface WorkChange {
  readonly work: Work | undefined;
  readonly assign: (to: Work["assignee"] | undefined) => void;
  /// To a team, where it is nobody's; or out of its team.
  readonly move: (to: Work["team"] | undefined) => void;
  readonly claim: () => void;
  readonly snooze: (until: Date | undefined) => void;
  readonly addTag: (name: string) => void;
  readonly removeTag: (name: string) => void;
}

export function useWork(id: string, stored: Work | undefined, agentName: string): WorkChange {
  const agentId = useAgentId();
  const change = useWish(id);
  const work = stored === undefined || !change.isPending ? stored : wished(stored, change.variables);
  const from = stored?.assignee?.id;
  return {
    work,
    assign: (to) => change.mutate({ kind: "assign", to, from }),
    move: (to) => change.mutate({ kind: "move", to, from }),
    claim: () => change.mutate({ kind: "assign", to: { id: agentId, name: agentName }, from }),
    snooze: (until) => change.mutate({ kind: "snooze", until }),
    addTag: (add) => change.mutate({ kind: "tag", add }),
    removeTag: (remove) => change.mutate({ kind: "untag", remove }),
  };
}

function useWish(id: string) {
  const words = useWords();
  const show = useNotices();
  const queries = useQueryClient();
  const client = useClient();
  return useMutation({
    mutationFn: (wish: Wish) => carryOut(id, wish),
    onSuccess: (details, wish) => {
      queries.setQueryData(detailsKey(id), details);
      client.noteWork(id, details.work);
      if (wish.kind === "tag") {
        void queries.invalidateQueries({ queryKey: tagsKey });
      }
    },
    onError: async (thrown) => {
      // What stands there now tells who was quicker.
      await queries.invalidateQueries({ queryKey: detailsKey(id) });
      const now = queries.getQueryData<ConversationDetails>(detailsKey(id));
      if (now !== undefined) {
        client.noteWork(id, now.work);
      }
      const holder = now?.work.assignee?.name;
      const taken = thrown instanceof ChatError && thrown.details.reason === "ASSIGNED_ELSEWHERE";
      show({
        text:
          taken && holder !== undefined
            ? words.t("work.takenBy", { name: holder })
            : problemText(thrown, words),
      });
    },
  });
}

function carryOut(id: string, wish: Wish): Promise<ConversationDetails> {
  switch (wish.kind) {
    case "assign":
      return api.assign(id, wish.to?.id ?? null, wish.from ?? null);
    case "move":
      return api.moveToTeam(id, wish.to?.id ?? null, wish.from ?? null);
    case "snooze":
      return api.snooze(id, wish.until ?? null);
    case "tag":
      return api.changeTags(id, { add: [wish.add] });
    case "untag":
      return api.changeTags(id, { remove: [wish.remove] });
    default:
      return unreachable(wish);
  }
}

function wished({ assignee, team, snoozedUntil, ...work }: Work, wish: Wish): Work {
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
