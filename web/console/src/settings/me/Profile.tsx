import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { sessionQuery } from "../../account/session";
import type { Account } from "../../account/AccountGate";
import { useTexts } from "../../shell/words";
import { TextField } from "../form/fields";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useForm } from "../form/useForm";
import { useSaved } from "../form/useSaved";
import { roleLabels, texts as common } from "../texts";
import { useRefusal } from "../useRefusal";
import { rename } from "./api";
import { refusals, texts } from "./texts";

/// One's name, and what somebody else decides on.
export function Profile({
  account,
  name,
}: {
  readonly account: Account;
  readonly name: string;
}): ReactElement {
  const t = useTexts(texts);
  const word = useTexts(common);
  const refusal = useRefusal(texts, refusals);
  const queries = useQueryClient();
  const saved = useSaved();
  const form = useForm({ name });
  const save = useMutation({
    mutationFn: (written: string) => rename(written),
    onSuccess: async (_, written) => {
      form.settle({ name: written }, { name: written });
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["account"] }),
        queries.invalidateQueries({ queryKey: sessionQuery }),
      ]);
      saved();
    },
  });
  const { agent } = account;
  return (
    <Section title={t("profile")} hint={t("profileHint")}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(form.value.name);
        }}
      >
        <TextField
          label={t("name")}
          name="name"
          autoComplete="name"
          required
          maxLength={320}
          value={form.value.name}
          onChange={(value) => form.change({ name: value })}
        />
        <dl className="facts">
          <dt>{t("email")}</dt>
          <dd>
            <bdi>{agent.email}</bdi>
          </dd>
          <dt>{t("role")}</dt>
          <dd>{word(roleLabels[agent.role])}</dd>
          <dt>{t("organization")}</dt>
          <dd>
            <bdi>{agent.organizationName}</bdi>
          </dd>
        </dl>
        <SaveBar
          dirty={form.dirty}
          saving={save.isPending}
          problem={refusal(save.error)}
          onReset={form.reset}
        />
      </form>
    </Section>
  );
}
