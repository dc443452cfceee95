import { ChatError, type ConversationDetails, type Work } from "@chask/client";
import { useMutation, useMutationState, useQueryClient, type Mutation } from "@tanstack/react-query";
import { useAgentId, useClient } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { problemText } from "../shell/problems";
import { useWords } from "../shell/words";
import { tagsKey } from "../inbox/useDesk";
import { detailsKey } from "./details";
import { carryOut, wished, type Wish } from "./wishes";

/// What agents do with a conversation: shown as wished at once, and as it is again when the wish is refused. Wishes are
/// carried out one after the other, each on what the one before has led to.
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
  const client = useClient();
  const change = useWish(id);
  const wishes = usePendingWishes(id);
  const work = stored === undefined ? undefined : wishes.reduce(wished, stored);
  const from = work?.assignee?.id;
  return {
    work,
    assign: (to) => change.mutate({ kind: "assign", to, from }),
    move: (to) => change.mutate({ kind: "move", to, from, out: work?.team?.id }),
    claim: () => change.mutate({ kind: "assign", to: { id: agentId, name: agentName }, from }),
    snooze: (until) => change.mutate({ kind: "snooze", until, seen: client.lastSeen(id) }),
    addTag: (add) => change.mutate({ kind: "tag", add }),
    removeTag: (remove) => change.mutate({ kind: "untag", remove }),
  };
}

function wishesKey(id: string): readonly [string, string] {
  return ["work", id];
}

/// What is on its way or waits for its turn, the oldest first.
function usePendingWishes(id: string): readonly Wish[] {
  const pending = useMutationState({
    filters: { mutationKey: wishesKey(id), exact: true, status: "pending" },
    select: ({ state }: Mutation<ConversationDetails, Error, Wish>) => state.variables,
  });
  return pending.filter((wish) => wish !== undefined);
}

function useWish(id: string) {
  const words = useWords();
  const show = useNotices();
  const queries = useQueryClient();
  const client = useClient();
  return useMutation({
    mutationKey: wishesKey(id),
    scope: { id: wishesKey(id).join(" ") },
    mutationFn: (wish: Wish) => carryOut(id, wish),
    onSuccess: (details, wish) => {
      queries.setQueryData(detailsKey(id), details);
      client.noteDetails(details);
      if (wish.kind === "tag") {
        void queries.invalidateQueries({ queryKey: tagsKey });
      }
    },
    onError: async (thrown) => {
      // What stands there now tells who was quicker.
      await queries.invalidateQueries({ queryKey: detailsKey(id), refetchType: "all" });
      const asked = queries.getQueryState<ConversationDetails>(detailsKey(id));
      // If that has failed too, what was known before is older than what the stream has told.
      const now = asked?.isInvalidated === false ? asked.data : undefined;
      if (now !== undefined) {
        client.noteDetails(now);
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
