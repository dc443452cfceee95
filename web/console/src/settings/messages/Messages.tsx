import type { MessagePolicy } from "@chask/client";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { TextField } from "../form/fields";
import { Loaded } from "../form/Loaded";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useDraft } from "../form/useDraft";
import { useSaving, type Page } from "../form/useSaving";
import type { PageProps } from "../pages";
import { loadMessagePolicy, messagePolicyKey, saveMessagePolicy } from "./api";
import { texts } from "./texts";

const most = 525_600;

interface Written {
  readonly minutes: string;
}

const page: Page<MessagePolicy, Written, MessagePolicy> = {
  key: messagePolicyKey,
  load: loadMessagePolicy,
  save: saveMessagePolicy,
  write,
  read,
};

/// What agents may do to the messages they wrote.
export function Messages({ account }: PageProps): ReactElement {
  const policy = useQuery({ queryKey: messagePolicyKey, queryFn: loadMessagePolicy });
  return (
    <div>
      <Loaded query={policy}>{(data) => <PolicyForm policy={data} owner={account.agent.id} />}</Loaded>
    </div>
  );
}

function PolicyForm({
  policy,
  owner,
}: {
  readonly policy: MessagePolicy;
  readonly owner: string;
}): ReactElement {
  const t = useTexts(texts);
  const form = useDraft(write(policy), { page: "messages", owner });
  const [faulty, setFaulty] = useState(false);
  const save = useSaving(page, form);
  const submit = (): void => {
    const fits = read(form.value) !== undefined;
    setFaulty(!fits);
    if (fits) {
      save.send(form.value);
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
        problem={save.problem}
        onReset={() => {
          form.reset();
          save.forget();
          setFaulty(false);
        }}
      />
    </form>
  );
}

function write({ changeMinutes }: MessagePolicy): Written {
  return { minutes: String(changeMinutes) };
}

function read({ minutes }: Written): MessagePolicy | undefined {
  const changeMinutes = Number(minutes.trim());
  const fits = Number.isSafeInteger(changeMinutes) && changeMinutes >= 0 && changeMinutes <= most;
  return minutes.trim() !== "" && fits ? { changeMinutes } : undefined;
}
