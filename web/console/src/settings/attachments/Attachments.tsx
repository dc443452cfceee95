import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTexts, useWords } from "../../shell/words";
import { TextField } from "../form/fields";
import { Loaded } from "../form/Loaded";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useDraft } from "../form/useDraft";
import type { Form } from "../form/useForm";
import { useSaving, type Page } from "../form/useSaving";
import type { PageProps } from "../pages";
import { fileSettingsKey, loadFileSettings, saveFilePolicy, type FilePolicy, type FileSettings } from "./api";
import { kinds, read, room, write, type Faults, type Written } from "./policy";
import { texts } from "./texts";
import "./attachments.css";

const page: Page<FileSettings, Written, FilePolicy> = {
  key: fileSettingsKey,
  load: loadFileSettings,
  save: saveFilePolicy,
  write,
  read: (written) => read(written).policy,
};

/// Which files the organization takes, and how much room they have.
export function Attachments({ account }: PageProps): ReactElement {
  const settings = useQuery({ queryKey: fileSettingsKey, queryFn: loadFileSettings });
  return (
    <div>
      <Loaded query={settings}>{(data) => <PolicyForm settings={data} owner={account.agent.id} />}</Loaded>
    </div>
  );
}

function PolicyForm({
  settings,
  owner,
}: {
  readonly settings: FileSettings;
  readonly owner: string;
}): ReactElement {
  const form = useDraft(write(settings), { page: "attachments", owner });
  const [faults, setFaults] = useState<Faults>({});
  const save = useSaving(page, form);
  const submit = (): void => {
    const result = read(form.value);
    setFaults(result.policy === undefined ? result.faults : {});
    if (result.policy !== undefined) {
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
      <Switches settings={settings} form={form} fault={faults.others} />
      <Limits settings={settings} form={form} faults={faults} />
      <SaveBar
        dirty={form.dirty}
        saving={save.isPending}
        problem={save.problem}
        onReset={() => {
          form.reset();
          save.forget();
          setFaults({});
        }}
      />
    </form>
  );
}

function Switches({
  settings,
  form,
  fault,
}: {
  readonly settings: FileSettings;
  readonly form: Form<Written>;
  readonly fault: Faults["others"];
}): ReactElement {
  const t = useTexts(texts);
  const { value, change } = form;
  return (
    <>
      <Section title={t("files")} hint={t(settings.server.enabled ? "filesHint" : "serverOff")}>
        <Check
          label={t("enabled")}
          checked={value.enabled}
          disabled={!settings.server.enabled}
          onChange={(enabled) => change({ enabled })}
        />
      </Section>
      <Section title={t("types")} hint={t("typesHint")}>
        <div className="file-kinds">
          {kinds.map(({ label }) => (
            <Check
              key={label}
              label={t(label)}
              checked={value.kinds.includes(label)}
              onChange={(taken) =>
                change({
                  kinds: taken ? [...value.kinds, label] : value.kinds.filter((one) => one !== label),
                })
              }
            />
          ))}
        </div>
        <TextField
          label={t("otherTypes")}
          hint={t("otherTypesHint")}
          name="others"
          value={value.others}
          onChange={(others) => change({ others })}
          fault={fault === undefined ? undefined : t(fault)}
        />
      </Section>
    </>
  );
}

function Check({
  label,
  checked,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactElement {
  return (
    <label className="file-check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

function Limits({
  settings,
  form,
  faults,
}: {
  readonly settings: FileSettings;
  readonly form: Form<Written>;
  readonly faults: Faults;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const hints = {
    maxSize: t("maxSizeHint", { size: room(settings.server.maxSize, words.locale) }),
    maxCount: t("maxCountHint"),
    quota: t("quotaHint"),
  };
  return (
    <Section title={t("limits")}>
      <div className="file-limits">
        {(["maxSize", "maxCount", "quota"] as const).map((name) => {
          const fault = faults[name];
          return (
            <TextField
              key={name}
              label={t(name)}
              hint={hints[name]}
              name={name}
              inputMode="numeric"
              value={form.value[name]}
              onChange={(written) => form.change({ [name]: written })}
              fault={fault === undefined ? undefined : t(fault)}
            />
          );
        })}
        <Usage settings={settings} />
      </div>
    </Section>
  );
}

function Usage({ settings }: { readonly settings: FileSettings }): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const { used } = settings;
  const limits = [settings.quota, settings.server.quota].filter((limit) => limit > 0);
  const size = room(used, words.locale);
  if (limits.length === 0) {
    return (
      <dl className="facts">
        <dt>{t("used")}</dt>
        <dd>{t("usedOnly", { used: size })}</dd>
      </dl>
    );
  }
  const quota = Math.min(...limits);
  return (
    <label className="file-usage">
      <span className="field-label">{t("used")}</span>
      <progress value={Math.min(used, quota)} max={quota} />
      <span className="field-hint">{t("usedOf", { used: size, quota: room(quota, words.locale) })}</span>
    </label>
  );
}
