import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, useClient } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { problemText } from "../shell/problems";
import { useWords } from "../shell/words";
import { detailsKey } from "./details";

export type Status = "open" | "resolved";

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
): StatusChange {
  const words = useWords();
  const show = useNotices();
  const queries = useQueryClient();
  const client = useClient();
  const change = useMutation({
    mutationFn: (wish: Status) => {
      // Who resolves has said his last word.
      client.sendHeldMessages(id);
      return api.setStatus(id, wish);
    },
    onSuccess: (details, wish) => {
      queries.setQueryData(detailsKey(id), details);
      client.noteDetails(details);
      const back: Status = wish === "open" ? "resolved" : "open";
      show({
        text: words.t(wish === "open" ? "conversation.reopened" : "conversation.resolved", { name }),
        action: { label: words.t("message.undo"), run: () => change.mutate(back) },
      });
    },
    onError: (thrown) => show({ text: problemText(thrown, words) }),
  });
  const value = change.isPending ? change.variables : stored;
  return {
    value,
    pending: change.isPending,
    toggle: () => {
      if (!change.isPending) {
        change.mutate(value === "open" ? "resolved" : "open");
      }
    },
  };
}
