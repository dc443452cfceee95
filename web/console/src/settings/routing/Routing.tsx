import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTexts, useWords } from "../../shell/words";
import { SelectField, TextField } from "../form/fields";
import { Loaded } from "../form/Loaded";
import { SaveBar } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useForm } from "../form/useForm";
import { useSaving } from "../form/useSaving";
import { refusalText } from "../problems";
import { loadRouting, routingKey, saveRouting, type Routing as Settings } from "./api";
import { Capacities } from "./Capacities";
import { faultsOf, ranges, read, write, type NumberField } from "./rules";
import { Teams } from "./Teams";
import { texts, type TextKey } from "./texts";
import "./routing.css";

const hints: Readonly<Record<NumberField, TextKey>> = {
  capacity: "capacityHint",
  giveBack: "giveBackHint",
  away: "awayHint",
};

/// Who gets a new conversation, the teams, and how many each agent takes.
export function Routing(): ReactElement {
  const routing = useQuery({ queryKey: routingKey, queryFn: loadRouting, refetchOnWindowFocus: "always" });
  return (
    <div>
      <Loaded query={routing}>{(data) => <RulesForm settings={data} />}</Loaded>
      <Teams />
      {routing.data === undefined ? null : <Capacities routing={routing.data} />}
    </div>
  );
}

function RulesForm({ settings }: { readonly settings: Settings }): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const form = useForm(write(settings));
  const [faults, setFaults] = useState<readonly NumberField[]>([]);
  const save = useSaving(routingKey, saveRouting);
  const submit = (): void => {
    setFaults(faultsOf(form.value));
    const rules = read(form.value);
    if (rules !== undefined && !save.isPending) {
      save.mutate(rules);
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
        problem={save.error === null ? undefined : refusalText(save.error, words)}
        onReset={() => {
          setFaults([]);
          form.reset();
        }}
      />
    </form>
  );
}

function rangeOf(name: NumberField): Readonly<Record<"least" | "most", string>> {
  const { least, most } = ranges[name];
  return { least: String(least), most: String(most) };
}
