import { Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { sessionQuery } from "../../account/session";
import { useTexts } from "../../shell/words";
import { ProblemAlert } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useRefusal } from "../useRefusal";
import { requireSecondFactor } from "./api";
import { refusals, texts } from "./texts";

/// Whether everybody must have a second factor.
export function FactorRule({ required }: { readonly required: boolean }): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const queries = useQueryClient();
  const rule = useMutation({
    mutationFn: requireSecondFactor,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ["team"] });
      await queries.invalidateQueries({ queryKey: sessionQuery });
    },
  });
  return (
    <Section title={t("rule")} hint={t("ruleHint")}>
      <Switch
        label={t("ruleLabel")}
        checked={rule.isPending ? rule.variables : required}
        onChange={(event) => rule.mutate(event.currentTarget.checked)}
      />
      <ProblemAlert text={refusal(rule.error)} />
    </Section>
  );
}
