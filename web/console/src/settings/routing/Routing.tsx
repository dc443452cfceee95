import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { SelectField, TextField } from "../form/fields";
import { Loaded } from "../form/Loaded";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useDraft } from "../form/useDraft";
import { useSaving, type Page } from "../form/useSaving";
import type { PageProps } from "../pages";
import { loadRouting, routingKey, saveRouting, type Routing as Settings, type RoutingRules } from "./api";
import { Capacities } from "./Capacities";
import { faultsOf, ranges, read, write, type NumberField, type Written } from "./rules";
import { Teams } from "./Teams";
import { texts, type TextKey } from "./texts";
import "./routing.css";

const hints: Readonly<Record<NumberField, TextKey>> = {
  capacity: "capacityHint",
  giveBack: "giveBackHint",
  away: "awayHint",
};

const page: Page<Settings, Written, RoutingRules> = {
  key: routingKey,
  load: loadRouting,
  save: saveRouting,
  write,
  read,
};

/// Who gets a new conversation, the teams, and how many each agent takes.
export function Routing({ account }: PageProps): ReactElement {
  const routing = useQuery({ queryKey: routingKey, queryFn: loadRouting, refetchOnWindowFocus: "always" });
  return (
    <div>
      <Loaded query={routing}>{(data) => <RulesForm settings={data} owner={account.agent.id} />}</Loaded>
      <Teams owner={account.agent.id} />
      {routing.data === undefined ? null : <Capacities routing={routing.data} />}
    </div>
  );
}

function RulesForm({
  settings,
  owner,
}: {
  readonly settings: Settings;
  readonly owner: string;
}): ReactElement {
  const t = useTexts(texts);
  const form = useDraft(write(settings), { page: "routing", owner });
  const [faults, setFaults] = useState<readonly NumberField[]>([]);
  const save = useSaving(page, form);
  const submit = (): void => {
    setFaults(faultsOf(form.value));
    if (read(form.value) !== undefined) {
      save.send(form.value);
    }
  };
  const automatic = form.value.mode === "least_loaded";
  const fields: readonly NumberField[] = automatic ? ["capacity", "giveBack", "away"] : ["away"];
  return (
    <form
      noValidate
      className="routing-rules"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Section title={t("routing")} hint={t("routingHint")}>
        <div className="routing-fields">
          <SelectField
            label={t("mode")}
            name="mode"
            value={form.value.mode}
            onChange={(mode) => form.change({ mode: mode === "least_loaded" ? mode : "manual" })}
            options={(["manual", "least_loaded"] as const).map((mode) => ({ value: mode, label: t(mode) }))}
          />
          {fields.map((name) => (
            <TextField
              key={name}
              label={t(name)}
              hint={t(hints[name])}
              name={name}
              inputMode="numeric"
              value={form.value[name]}
              onChange={(text) => form.change({ [name]: text })}
              fault={faults.includes(name) ? t("badNumber", rangeOf(name)) : undefined}
            />
          ))}
        </div>
      </Section>
      <SaveBar
        dirty={form.dirty}
        saving={save.isPending}
        problem={save.problem}
        onReset={() => {
          setFaults([]);
          form.reset();
          save.forget();
        }}
      />
    </form>
  );
}

function rangeOf(name: NumberField): Readonly<Record<"least" | "most", string>> {
  const { least, most } = ranges[name];
  return { least: String(least), most: String(most) };
}
