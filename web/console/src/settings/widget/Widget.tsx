import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { Check } from "../form/Check";
import { SelectField } from "../form/fields";
import { LoadProblem } from "../form/LoadProblem";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useDraft } from "../form/useDraft";
import type { Form } from "../form/useForm";
import { useSaving, type Page } from "../form/useSaving";
import { loadOrganization, organizationKey, type OrganizationSettings } from "../organization/api";
import type { PageProps } from "../pages";
import { PageSkeleton } from "../PageSkeleton";
import { loadWidget, saveWidget, widgetKey, type Language, type WidgetLook } from "./api";
import { faultsOf, read, write, type Faults, type Written } from "./form";
import { LookFields } from "./LookFields";
import { Preview } from "./Preview";
import { Snippet } from "./Snippet";
import { texts } from "./texts";
import { TextFields } from "./TextFields";
import "./widget.css";

const page: Page<WidgetLook, Written, WidgetLook> = {
  key: widgetKey,
  load: loadWidget,
  save: saveWidget,
  write,
  read,
};

/// How the widget looks, what it says and what it shows, beside the widget itself.
export function Widget({ account }: PageProps): ReactElement {
  const widget = useQuery({ queryKey: widgetKey, queryFn: loadWidget });
  const organization = useQuery({ queryKey: organizationKey, queryFn: loadOrganization });
  return (
    <div className="wide">
      <LoadProblem of={[widget, organization]} />
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
  const t = useTexts(texts);
  const form = useDraft(write(look), { page: "widget", owner });
  const [faults, setFaults] = useState<Faults>({});
  const [language, setLanguage] = useState<Language>(() => firstOf(organization));
  const save = useSaving(page, form);
  const submit = (): void => {
    const found = faultsOf(form.value);
    setFaults(found);
    setLanguage(found.questions ?? language);
    if (Object.keys(found).length === 0) {
      save.send(form.value);
    }
  };
  const shown: Faults = save.concerns("avatarUrl") ? { avatarUrl: "refusedPicture", ...faults } : faults;
  const marked = Object.keys(shown).length > 0;
  return (
    <div className="widget-page">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <LookFields form={form} faults={shown} />
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
          problem={marked ? t("faults") : save.problem}
          onReset={() => {
            form.reset();
            save.forget();
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
