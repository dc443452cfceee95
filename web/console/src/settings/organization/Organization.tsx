import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { fullTime, languageName } from "../../shell/format";
import { useTexts, useWords } from "../../shell/words";
import { TextField } from "../form/fields";
import { Check } from "../form/Check";
import { Loaded } from "../form/Loaded";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useDraft } from "../form/useDraft";
import type { Form } from "../form/useForm";
import { useSaving, type Page, type Saving } from "../form/useSaving";
import type { PageProps } from "../pages";
import {
  loadOrganization,
  organizationKey,
  saveOrganization,
  type OrganizationSettings,
  type Profile,
} from "./api";
import { DaysOff } from "./DaysOff";
import { noFaults, read, write, type Faults, type Written } from "./hours";
import { texts } from "./texts";
import { Week } from "./Week";
import { TimeZone } from "./TimeZone";
import { timeZones } from "./zones";
import "./organization.css";

const page: Page<OrganizationSettings, Written, Profile> = {
  key: organizationKey,
  load: loadOrganization,
  save: saveOrganization,
  write,
  read: (written) => read(written, timeZones(written.timeZone)).profile,
};

/// What an organization says of itself: name, languages, opening hours.
export function Organization({ account }: PageProps): ReactElement {
  const settings = useQuery({ queryKey: organizationKey, queryFn: loadOrganization });
  return (
    <div>
      <Loaded query={settings}>{(data) => <ProfileForm settings={data} owner={account.agent.id} />}</Loaded>
    </div>
  );
}

function ProfileForm({
  settings,
  owner,
}: {
  readonly settings: OrganizationSettings;
  readonly owner: string;
}): ReactElement {
  const t = useTexts(texts);
  const form = useDraft(write(settings), { page: "organization", owner });
  const [faults, setFaults] = useState<Faults>(noFaults);
  const save = useSaving(page, form);
  const submit = (): void => {
    const result = read(form.value, timeZones(form.value.timeZone));
    setFaults(result.profile === undefined ? result.faults : noFaults);
    if (result.profile !== undefined) {
      save.send(form.value);
    }
  };
  const marked = faults !== noFaults || ["name", "timeZone", "hours.daysOff"].some(save.concerns);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Section title={t("organization")} hint={t("organizationHint")}>
        <TextField
          label={t("name")}
          name="name"
          value={form.value.name}
          maxLength={200}
          onChange={(name) => form.change({ name })}
          fault={faults.name === undefined ? save.refused("name") : t(faults.name)}
        />
      </Section>
      <Languages form={form} />
      <Section title={t("timeZone")} hint={t("zoneHint")}>
        <TimeZone
          value={form.value.timeZone}
          onChange={(timeZone) => form.change({ timeZone })}
          fault={faults.timeZone === undefined ? save.refused("timeZone") : t(faults.timeZone)}
        />
      </Section>
      <Hours settings={settings} form={form} faults={faults} refused={save.refused} />
      <SaveBar
        sticky
        dirty={form.dirty}
        saving={save.isPending}
        problem={marked ? t("faults") : save.problem}
        onReset={() => {
          form.reset();
          save.forget();
          setFaults(noFaults);
        }}
      />
    </form>
  );
}

const languages = ["en", "es", "pt-BR"] as const;

function Languages({ form }: { readonly form: Form<Written> }): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const { locales } = form.value;
  const offered = languages.filter((one) => locales.includes(one));
  return (
    <Section title={t("languages")} hint={t("languagesHint")}>
      <fieldset className="plain-fieldset">
        <legend className="field-label">{t("offered")}</legend>
        {languages.map((one) => (
          <Check
            key={one}
            label={languageName(one, words)}
            checked={locales.includes(one)}
            disabled={locales.length === 1 && locales[0] === one}
            onChange={(wanted) =>
              form.change({
                locales: wanted ? [...locales, one] : locales.filter((other) => other !== one),
              })
            }
          />
        ))}
      </fieldset>
      <label className="field select-field">
        <span className="field-label">{t("default")}</span>
        <span className="field-hint">{t("defaultHint")}</span>
        <select
          className="plain-input"
          name="default"
          value={locales[0]}
          onChange={({ currentTarget }) =>
            form.change({
              locales: [currentTarget.value, ...locales.filter((one) => one !== currentTarget.value)],
            })
          }
        >
          {offered.map((one) => (
            <option key={one} value={one}>
              {languageName(one, words)}
            </option>
          ))}
        </select>
      </label>
    </Section>
  );
}

function Hours({
  settings,
  form,
  faults,
  refused,
}: {
  readonly settings: OrganizationSettings;
  readonly form: Form<Written>;
  readonly faults: Faults;
  readonly refused: Saving<Written>["refused"];
}): ReactElement {
  const t = useTexts(texts);
  const { hours, limited, timeZone } = form.value;
  const change = (part: Partial<typeof hours>): void => form.change({ hours: { ...hours, ...part } });
  const limit = (wanted: boolean): void =>
    // Hours need a time zone: it begins with that of whoever sets them.
    form.change({ limited: wanted, timeZone: wanted && timeZone === "" ? ownZone() : timeZone });
  return (
    <>
      <Section title={t("hours")} hint={t("hoursHint")}>
        <p className="hours-now" aria-live="polite">
          <Now settings={settings} />
        </p>
        <Check label={t("limited")} checked={limited} onChange={limit} />
        {limited ? (
          <Week week={hours.week} faults={faults.spans} onChange={(week) => change({ week })} />
        ) : null}
      </Section>
      {limited ? (
        <Section title={t("daysOff")} hint={t("daysOffHint")}>
          <DaysOff
            days={hours.daysOff}
            fault={faults.daysOff === undefined ? refused("hours.daysOff") : t(faults.daysOff)}
            onChange={(daysOff) => change({ daysOff })}
          />
        </Section>
      ) : null}
    </>
  );
}

function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function Now({ settings }: { readonly settings: OrganizationSettings }): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const { open, changesAt, hours } = settings;
  if (hours === undefined) {
    return <>{t("alwaysOpen")}</>;
  }
  if (changesAt === undefined) {
    return <>{t(open ? "openNow" : "closedForLong")}</>;
  }
  return <>{t(open ? "openUntil" : "closedUntil", { time: fullTime(new Date(changesAt), words) })}</>;
}
