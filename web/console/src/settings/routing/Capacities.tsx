import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { colleaguesQuery } from "../../inbox/useDesk";
import { PresenceDot } from "../../presence/PresenceDot";
import { useTexts } from "../../shell/words";
import { Loaded } from "../form/Loaded";
import { Section } from "../form/Section";
import { useForm } from "../form/useForm";
import { useSaved } from "../form/useSaved";
import { useRefusal } from "../useRefusal";
import { routingKey, saveCapacity, type Routing } from "./api";
import { numberIn, ranges } from "./rules";
import { refusals, texts } from "./texts";

/// How many conversations each agent takes, where that is another number than the organization's.
export function Capacities({ routing }: { readonly routing: Routing }): ReactElement | null {
  const t = useTexts(texts);
  const colleagues = useQuery(colleaguesQuery);
  const own = new Map(routing.capacities.map(({ agent, capacity }) => [agent, String(capacity)]));
  return routing.mode === "manual" ? null : (
    <Section title={t("capacities")} hint={t("capacitiesHint")}>
      <Loaded query={colleagues}>
        {(data) => (
          <ul className="capacities">
            {data.map(({ id, name }) => (
              <Capacity key={id} agent={{ id, name }} saved={own.get(id) ?? ""} usual={routing.capacity} />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

/// Saved when the field is left.
function Capacity({
  agent,
  saved,
  usual,
}: {
  readonly agent: { readonly id: string; readonly name: string };
  readonly saved: string;
  readonly usual: number;
}): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const tell = useSaved();
  const queries = useQueryClient();
  const form = useForm({ text: saved });
  const { text } = form.value;
  const [bad, setBad] = useState(false);
  const save = useMutation({
    mutationFn: (written: string) => saveCapacity(agent.id, numberIn(written, ranges.capacity)),
    onSuccess: async (_, written) => {
      form.settle({ text: written }, { text: written.trim() });
      tell();
      await queries.invalidateQueries({ queryKey: routingKey });
    },
  });
  const leave = (): void => {
    const fits = text.trim() === "" || numberIn(text, ranges.capacity) !== undefined;
    setBad(!fits);
    if (fits && text.trim() !== saved && !save.isPending) {
      save.mutate(text);
    }
  };
  const label = t("capacityOf", { name: agent.name });
  const { least, most } = ranges.capacity;
  const problem = bad ? t("badNumber", { least: String(least), most: String(most) }) : refusal(save.error);
  return (
    <li className="capacity">
      <PresenceDot agentId={agent.id} />
      <bdi className="cut">{agent.name}</bdi>
      <input
        className="plain-input small"
        inputMode="numeric"
        aria-label={label}
        aria-invalid={problem !== undefined}
        placeholder={String(usual)}
        value={text}
        onChange={(event) => form.change({ text: event.currentTarget.value })}
        onBlur={leave}
        onKeyDown={({ key }) => (key === "Enter" ? leave() : undefined)}
      />
      {problem === undefined ? null : (
        <p className="team-problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
