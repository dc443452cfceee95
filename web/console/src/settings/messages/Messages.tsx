import type { MessagePolicy } from "@chask/client";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTexts, useWords } from "../../shell/words";
import { TextField } from "../form/fields";
import { Loaded } from "../form/Loaded";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useForm } from "../form/useForm";
import { useSaving } from "../form/useSaving";
import { refusalText } from "../problems";
import { loadMessagePolicy, messagePolicyKey, saveMessagePolicy } from "./api";
import { texts } from "./texts";

const most = 525_600;

/// What agents may do to the messages they wrote.
export function Messages(): ReactElement {
  const policy = useQuery({ queryKey: messagePolicyKey, queryFn: loadMessagePolicy });
  return (
    <div>
      <Loaded query={policy}>{(data) => <PolicyForm policy={data} />}</Loaded>
    </div>
  );
}

function PolicyForm({ policy }: { readonly policy: MessagePolicy }): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const form = useForm({ minutes: String(policy.changeMinutes) });
  const [faulty, setFaulty] = useState(false);
  const save = useSaving(messagePolicyKey, saveMessagePolicy);
  const submit = (): void => {
    const minutes = minutesOf(form.value.minutes);
    setFaulty(minutes === undefined);
    if (minutes !== undefined && !save.isPending) {
      save.mutate({ changeMinutes: minutes });
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Section title={t("changes")} hint={t("changesHint")}>
        <TextField
          label={t("minutes")}
          hint={t("minutesHint")}
          name="minutes"
          inputMode="numeric"
          value={form.value.minutes}
          onChange={(minutes) => form.change({ minutes })}
          fault={faulty ? t("minutesFault") : undefined}
        />
      </Section>
      <SaveBar
        dirty={form.dirty}
        saving={save.isPending}
        problem={save.error === null ? undefined : refusalText(save.error, words)}
        onReset={form.reset}
      />
    </form>
  );
}

function minutesOf(written: string): number | undefined {
  const minutes = Number(written.trim());
  return written.trim() !== "" && Number.isSafeInteger(minutes) && minutes >= 0 && minutes <= most
    ? minutes
    : undefined;
}
