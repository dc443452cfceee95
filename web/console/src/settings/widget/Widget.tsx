import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTexts, useWords } from "../../shell/words";
import { Check } from "../form/Check";
import { SelectField } from "../form/fields";
import { ProblemAlert, SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useDraft } from "../form/useDraft";
import type { Form } from "../form/useForm";
import { useSaving } from "../form/useSaving";
import { loadOrganization, organizationKey, type OrganizationSettings } from "../organization/api";
import type { PageProps } from "../pages";
import { refusalText } from "../problems";
import { PageSkeleton } from "../PageSkeleton";
import { loadWidget, saveWidget, widgetKey, type Language, type WidgetLook } from "./api";
import { faultsOf, read, write, type Faults, type Written } from "./form";
import { LookFields } from "./LookFields";
import { Preview } from "./Preview";
import { Snippet } from "./Snippet";
import { texts } from "./texts";
import { TextFields } from "./TextFields";
import "./widget.css";

/// How the widget looks, what it says and what it shows, beside the widget itself.
export function Widget({ account }: PageProps): ReactElement {
  const words = useWords();
  const widget = useQuery({ queryKey: widgetKey, queryFn: loadWidget });
  const organization = useQuery({ queryKey: organizationKey, queryFn: loadOrganization });
  const failure = widget.error ?? organization.error;
  return (
    <div className="wide">
      <ProblemAlert text={failure === null ? undefined : refusalText(failure, words)} />
      {widget.isPending || organization.isPending ? <PageSkeleton /> : null}
      {widget.data === undefined || organization.data === undefined ? null : (
        <WidgetForm look={widget.data} organization={organization.data} owner={account.agent.id} />
      )}
    </div>
  );
}

function WidgetForm({
  look,
  organization,
  owner,
}: {
  readonly look: WidgetLook;
  readonly organization: OrganizationSettings;
  readonly owner: string;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const form = useDraft(write(look), { page: "widget", owner });
  const [faults, setFaults] = useState<Faults>({});
  const [language, setLanguage] = useState<Language>(() => firstOf(organization));
  const save = useSaving(widgetKey, saveWidget);
  const submit = (): void => {
    const found = faultsOf(form.value);
    setFaults(found);
    setLanguage(found.questions ?? language);
    if (Object.keys(found).length === 0 && !save.isPending) {
      save.mutate(read(form.value));
    }
  };
  const faulty = Object.keys(faults).length > 0 ? t("faults") : undefined;
  return (
    <div className="widget-page">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <LookFields form={form} faults={faults} />
        <TextFields
          form={form}
          language={language}
          onLanguage={setLanguage}
          offered={organization.locales}
          crowded={faults.questions}
        />
        <Behaviour form={form} />
        <SaveBar
          sticky
          dirty={form.dirty}
          saving={save.isPending}
          problem={save.error === null ? faulty : refusalText(save.error, words)}
          onReset={() => {
            form.reset();
            setFaults({});
          }}
        />
        <Snippet />
      </form>
      <Preview
        look={read(form.value)}
        organization={organization}
        language={language}
        onLanguage={setLanguage}
      />
    </div>
  );
}

function firstOf({ locales }: OrganizationSettings): Language {
  const [first] = locales;
  return first === "es" || first === "pt-BR" ? first : "en";
}

function Behaviour({ form }: { readonly form: Form<Written> }): ReactElement {
  const t = useTexts(texts);
  const { value, change } = form;
  return (
    <Section title={t("behaviour")}>
      {(
        [
          { name: "typing", hint: "typingHint" },
          { name: "readReceipts", hint: "readReceiptsHint" },
          { name: "reopen", hint: "reopenHint" },
          { name: "rating", hint: "ratingHint" },
        ] as const
      ).map(({ name, hint }) => (
        <Check
          key={name}
          label={t(name)}
          hint={t(hint)}
          checked={value[name]}
          onChange={(wanted) => change({ [name]: wanted })}
        />
      ))}
      <SelectField
        label={t("whenClosed")}
        hint={t("whenClosedHint")}
        name="whenClosed"
        value={value.whenClosed}
        onChange={(chosen) => change({ whenClosed: chosen === "hide" ? "hide" : "write" })}
        options={[
          { value: "write", label: t("closedWrite") },
          { value: "hide", label: t("closedHide") },
        ]}
      />
    </Section>
  );
}
