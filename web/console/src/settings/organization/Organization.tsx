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
import { useSaving } from "../form/useSaving";
import type { PageProps } from "../pages";
import { refusalText } from "../problems";
import { loadOrganization, organizationKey, saveOrganization, type OrganizationSettings } from "./api";
import { DaysOff } from "./DaysOff";
import { noFaults, read, write, type Faults, type Written } from "./hours";
import { texts } from "./texts";
import { Week } from "./Week";
import { TimeZone, timeZones } from "./TimeZone";
import "./organization.css";

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
  const words = useWords();
  const t = useTexts(texts);
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const form = useDraft(write(settings, here), { page: "organization", owner });
  const [faults, setFaults] = useState<Faults>(noFaults);
  const save = useSaving(organizationKey, saveOrganization);
  const submit = (): void => {
    const result = read(form.value, timeZones(form.value.hours.timeZone));
    setFaults(result.profile === undefined ? result.faults : noFaults);
    if (result.profile !== undefined && !save.isPending) {
      save.mutate(result.profile);
    }
  };
  const faulty = faults !== noFaults ? t("faults") : undefined;
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
          fault={faults.name === undefined ? undefined : t(faults.name)}
        />
      </Section>
      <Languages form={form} />
      <Hours settings={settings} form={form} faults={faults} />
      <SaveBar
        sticky
        dirty={form.dirty}
        saving={save.isPending}
        problem={save.error === null ? faulty : refusalText(save.error, words)}
        onReset={() => {
          form.reset();
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
}: {
  readonly settings: OrganizationSettings;
  readonly form: Form<Written>;
  readonly faults: Faults;
}): ReactElement {
  const t = useTexts(texts);
  const { hours, limited } = form.value;
  const change = (part: Partial<typeof hours>): void => form.change({ hours: { ...hours, ...part } });
  return (
    <>
      <Section title={t("hours")} hint={t("hoursHint")}>
        <p className="hours-now" aria-live="polite">
          <Now settings={settings} />
        </p>
        <Check
          label={t("limited")}
          checked={limited}
          onChange={(wanted) => form.change({ limited: wanted })}
        />
        {limited ? (
          <>
            <TimeZone
              value={hours.timeZone}
              onChange={(timeZone) => change({ timeZone })}
              fault={faults.timeZone === undefined ? undefined : t(faults.timeZone)}
            />
            <Week week={hours.week} faults={faults.spans} onChange={(week) => change({ week })} />
          </>
        ) : null}
      </Section>
      {limited ? (
        <Section title={t("daysOff")} hint={t("daysOffHint")}>
          <DaysOff
            days={hours.daysOff}
            fault={faults.daysOff === undefined ? undefined : t(faults.daysOff)}
            onChange={(daysOff) => change({ daysOff })}
          />
        </Section>
      ) : null}
    </>
  );
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
