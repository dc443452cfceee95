import type { ConversationDetails } from "@chask/client";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useState, type ReactElement } from "react";
import { visitorName } from "../inbox/visitorName";
import { api } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { OnDemand } from "../shell/OnDemand";
import { part } from "../shell/part";
import { problemText } from "../shell/problems";
import { useWords } from "../shell/words";
import { detailsKey } from "./details";

const BlockDialog = part(async () => (await import("./BlockDialog")).BlockDialog);

/// Blocks the visitor after asking, or lets him write again.
export function BlockVisitor({ details }: { readonly details: ConversationDetails }): ReactElement {
  const words = useWords();
  const show = useNotices();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { id, visitor } = details;
  const name = visitorName(visitor, words);
  const blocked = visitor.blockedAt !== undefined;
  const change = useMutation({
    mutationFn: (wish: boolean) => api.setBlocked(visitor.id, wish),
    onSuccess: async (_, wish) => {
      await queries.invalidateQueries({ queryKey: detailsKey(id) });
      setAsking(false);
      show({ text: words.t(wish ? "visitor.isBlocked" : "visitor.isUnblocked", { name }) });
    },
    onError: (thrown) => {
      setAsking(false);
      show({ text: problemText(thrown, words) });
    },
  });
  return (
    <section className="visitor-group">
      {blocked ? <p className="visitor-note visitor-blocked">{words.t("visitor.blockedNote")}</p> : null}
      <Button
        variant="default"
        size="sm"
        aria-disabled={change.isPending}
        leftSection={<Ban size={18} className="icon" />}
        onClick={() => (blocked ? change.mutate(false) : setAsking(true))}
      >
        {words.t(blocked ? "visitor.unblock" : "visitor.block")}
      </Button>
      {asking ? (
        <OnDemand onClose={() => setAsking(false)}>
          <BlockDialog
            name={name}
            busy={change.isPending}
            onConfirm={() => change.mutate(true)}
            onClose={() => setAsking(false)}
          />
        </OnDemand>
      ) : null}
    </section>
  );
}
