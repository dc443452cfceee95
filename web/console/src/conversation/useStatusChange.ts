import type { ConversationDetails } from "@chask/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, useClient } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { problemText } from "../shell/problems";
import { useWords } from "../shell/words";
import { detailsKey } from "./details";

export type Status = "open" | "resolved";

/// A status to come.
interface Wish {
  readonly status: Status;
  /// The last message that the agent had seen when he resolved it.
  readonly seen: number | undefined;
  /// Until when it rested then: so it does again when that is taken back.
  readonly until: Date | undefined;
}

/// The status of a conversation and its change.
export interface StatusChange {
  /// What to show: the wish while it is on its way.
  readonly value: Status;
  readonly pending: boolean;
  /// Resolves or reopens, says so, and offers to take it back.
  readonly toggle: () => void;
}

export function useStatusChange(
  { id, name }: { readonly id: string; readonly name: string },
  stored: Status,
  /// Until when it rests, which ends with its being resolved.
  snoozedUntil: Date | undefined,
): StatusChange {
  const words = useWords();
  const show = useNotices();
  const queries = useQueryClient();
  const client = useClient();
  const note = (details: ConversationDetails): void => {
    queries.setQueryData(detailsKey(id), details);
    client.noteDetails(details);
  };
  const change = useMutation({
    mutationFn: async ({ status, seen, until }: Wish) => {
      // Who resolves has said his last word.
      client.sendHeldMessages(id);
      note(await api.setStatus(id, status, seen));
      if (status === "open" && until !== undefined && until > new Date()) {
        note(await api.snooze(id, until, seen));
      }
    },
    onSuccess: (_, { status, seen, until }) => {
      const opened = status === "open";
      const takeBack = (): void => change.mutate(opened ? resolving(until) : { status: "open", seen, until });
      show({
        text: words.t(opened ? "conversation.reopened" : "conversation.resolved", { name }),
        action: { label: words.t("message.undo"), run: takeBack },
      });
    },
    onError: (thrown) => show({ text: problemText(thrown, words) }),
  });
  const resolving = (until: Date | undefined): Wish => ({
    status: "resolved",
    seen: client.lastSeen(id),
    until,
  });
  const value = change.isPending ? change.variables.status : stored;
  return {
    value,
    pending: change.isPending,
    toggle: () => {
      if (!change.isPending) {
        change.mutate(
          value === "open" ? resolving(snoozedUntil) : { status: "open", seen: undefined, until: undefined },
        );
      }
    },
  };
}
