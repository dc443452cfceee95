import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { SelectField, TextField } from "../form/fields";
import { Loaded } from "../form/Loaded";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useDraft } from "../form/useDraft";
import { useSaving, type Page } from "../form/useSaving";
import type { PageProps } from "../pages";
import { loadIdentity, saveIdentity, type IdentitySettings, type IdentityWish, type Mode } from "./api";
import { Explainer } from "./Explainer";
import { Secrets } from "./Secrets";
import { texts, type TextKey } from "./texts";
import "./identity.css";

const key = ["identity"] as const;

interface Written {
  readonly mode: Mode;
  readonly own: boolean;
  readonly name: string;
  readonly audience: string;
  readonly keys: string;
}

const page: Page<IdentitySettings, Written, IdentityWish> = {
  key,
  load: loadIdentity,
  save: saveIdentity,
  write,
  read: ({ mode, own, ...issuer }) => ({ mode, issuer: own ? issuer : null }),
};

function write({ mode, issuer }: IdentitySettings): Written {
  const { name = "", audience = "", keys = "" } = issuer ?? {};
  return { mode, own: issuer !== undefined, name, audience, keys };
}

/// How visitors prove who they are.
export function Identity({ account }: PageProps): ReactElement {
  const settings = useQuery({ queryKey: key, queryFn: loadIdentity });
  return (
    <div>
      <Loaded query={settings}>{(data) => <Parts settings={data} owner={account.agent.id} />}</Loaded>
    </div>
  );
}

function Parts({
  settings,
  owner,
}: {
  readonly settings: IdentitySettings;
  readonly owner: string;
}): ReactElement {
  const queries = useQueryClient();
  const refresh = (): void => void queries.invalidateQueries({ queryKey: key });
  return (
    <>
      <Proof settings={settings} owner={owner} />
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
  owner,
}: {
  readonly settings: IdentitySettings;
  readonly owner: string;
}): ReactElement {
  const t = useTexts(texts);
  const form = useDraft(write(settings), { page: "identity", owner });
  const { own, mode, ...issuer } = form.value;
  const save = useSaving(page, form);
  const shown = save.concerns("mode") ? t("modeNeeds") : save.problem;
  return (
    <Section title={t("mode")} hint={t("modeHint")}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.send(form.value);
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
        {own ? <IssuerFields issuer={issuer} onChange={form.change} refused={save.concerns} /> : null}
        <SaveBar
          dirty={form.dirty}
          saving={save.isPending}
          problem={shown}
          onReset={() => {
            form.reset();
            save.forget();
          }}
        />
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
