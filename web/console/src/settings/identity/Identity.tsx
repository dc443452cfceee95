import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useTexts, useWords } from "../../shell/words";
import { SelectField, TextField } from "../form/fields";
import { Loaded } from "../form/Loaded";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useForm } from "../form/useForm";
import { useSaved } from "../form/useSaved";
import { refusalText } from "../problems";
import { Refusal } from "../request";
import { loadIdentity, saveIdentity, type IdentitySettings, type Mode } from "./api";
import { Explainer } from "./Explainer";
import { Secrets } from "./Secrets";
import { texts, type TextKey } from "./texts";
import "./identity.css";

const key = ["identity"] as const;

/// How visitors prove who they are.
export function Identity(): ReactElement {
  const settings = useQuery({ queryKey: key, queryFn: loadIdentity });
  return (
    <div>
      <Loaded query={settings}>{(data) => <Parts settings={data} />}</Loaded>
    </div>
  );
}

function Parts({ settings }: { readonly settings: IdentitySettings }): ReactElement {
  const queries = useQueryClient();
  const refresh = (): void => void queries.invalidateQueries({ queryKey: key });
  return (
    <>
      <Proof settings={settings} onSaved={(saved) => queries.setQueryData(key, saved)} />
      <Secrets secrets={settings.secrets} onChanged={refresh} />
      <Explainer />
    </>
  );
}

const modes = [
  { value: "off", text: "mode.off", hint: "what.off" },
  { value: "optional", text: "mode.optional", hint: "what.optional" },
  { value: "enforced", text: "mode.enforced", hint: "what.enforced" },
] as const satisfies readonly {
  readonly value: Mode;
  readonly text: TextKey;
  readonly hint: TextKey;
}[];

function Proof({
  settings,
  onSaved,
}: {
  readonly settings: IdentitySettings;
  readonly onSaved: (saved: IdentitySettings) => void;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const tell = useSaved();
  const { name = "", audience = "", keys = "" } = settings.issuer ?? {};
  const form = useForm({ mode: settings.mode, own: settings.issuer !== undefined, name, audience, keys });
  const { own, mode, ...issuer } = form.value;
  const save = useMutation({
    mutationFn: () => saveIdentity({ mode, issuer: own ? issuer : null }),
    onSuccess: (saved) => {
      onSaved(saved);
      tell();
    },
  });
  const refused = (field: string): boolean => save.error instanceof Refusal && save.error.concerns(field);
  const fault = refused("mode") ? t("modeNeeds") : undefined;
  const shown = fault ?? (save.error === null ? undefined : refusalText(save.error, words));
  return (
    <Section title={t("mode")} hint={t("modeHint")}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <SelectField
          label={t("mode")}
          name="mode"
          value={mode}
          hint={t(modes.find(({ value }) => value === mode)?.hint ?? "what.off")}
          onChange={(chosen) =>
            form.change({ mode: modes.find(({ value }) => value === chosen)?.value ?? "off" })
          }
          options={modes.map(({ value, text }) => ({ value, label: t(text) }))}
        />
        <label className="identity-own">
          <input
            type="checkbox"
            checked={own}
            onChange={(event) => form.change({ own: event.currentTarget.checked })}
          />
          <span>
            {t("issuerUse")}
            <span className="field-hint">{t("issuerHint")}</span>
          </span>
        </label>
        {own ? <IssuerFields issuer={issuer} onChange={form.change} refused={refused} /> : null}
        <SaveBar dirty={form.dirty} saving={save.isPending} problem={shown} onReset={form.reset} />
      </form>
    </Section>
  );
}

function IssuerFields({
  issuer,
  onChange,
  refused,
}: {
  readonly issuer: { readonly name: string; readonly audience: string; readonly keys: string };
  readonly onChange: (part: Partial<{ name: string; audience: string; keys: string }>) => void;
  readonly refused: (field: string) => boolean;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <>
      <TextField
        label={t("name")}
        name="name"
        value={issuer.name}
        onChange={(name) => onChange({ name })}
        fault={refused("issuer.name") ? t("fieldFault") : undefined}
      />
      <TextField
        label={t("audience")}
        name="audience"
        value={issuer.audience}
        onChange={(audience) => onChange({ audience })}
        fault={refused("issuer.audience") ? t("fieldFault") : undefined}
      />
      <TextField
        type="url"
        label={t("keys")}
        name="keys"
        value={issuer.keys}
        onChange={(keys) => onChange({ keys })}
        fault={refused("issuer.keys") ? t("keysFault") : undefined}
      />
    </>
  );
}
