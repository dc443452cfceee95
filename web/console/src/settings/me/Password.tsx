import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useNotices } from "../../shell/Notices";
import { useTexts } from "../../shell/words";
import { PasswordField } from "../form/fields";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useForm } from "../form/useForm";
import { useRefusal } from "../useRefusal";
import { changePassword } from "./api";
import { refusals, texts } from "./texts";

const empty = { current: "", next: "" };

/// A new password, against the present one.
export function Password(): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const show = useNotices();
  const queries = useQueryClient();
  const form = useForm(empty);
  const save = useMutation({
    mutationFn: () => changePassword(form.value.current, form.value.next),
    onSuccess: async () => {
      form.reset();
      show({ text: t("changed") });
      await queries.invalidateQueries({ queryKey: ["own-sessions"] });
    },
  });
  return (
    <Section title={t("password")} hint={t("passwordHint")}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <PasswordField
          label={t("current")}
          name="current-password"
          autoComplete="current-password"
          value={form.value.current}
          onChange={(current) => form.change({ current })}
        />
        <PasswordField
          label={t("next")}
          name="new-password"
          autoComplete="new-password"
          value={form.value.next}
          onChange={(next) => form.change({ next })}
        />
        <SaveBar
          label={t("change")}
          dirty={form.value.current !== "" && form.value.next !== ""}
          saving={save.isPending}
          problem={refusal(save.error)}
        />
      </form>
    </Section>
  );
}
