import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { fullTime } from "../../shell/format";
import { useTexts, useWords } from "../../shell/words";
import { SelectField } from "../form/fields";
import { LoadProblem } from "../form/LoadProblem";
import { auditPage, type AuditEntry, type Filter } from "./api";
import { team } from "../team/api";
import { detailsOf } from "./details";
import { actions, texts } from "./texts";
import "./audit.css";

/// The audit log, newest first.
export function Audit(): ReactElement {
  const t = useTexts(texts);
  const [filter, setFilter] = useState<Filter>({ action: "", actor: "" });
  const log = useInfiniteQuery({
    queryKey: ["audit", filter],
    queryFn: ({ pageParam }) => auditPage(filter, pageParam),
    initialPageParam: startOfLog,
    getNextPageParam: (page) => page.next,
  });
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="wide audit">
      <p className="section-hint">{t("hint")}</p>
      <Filters filter={filter} entries={entries} onChange={setFilter} />
      <LoadProblem of={[log]} />
      {log.isSuccess && entries.length === 0 ? <p className="section-hint">{t("empty")}</p> : null}
      {entries.length === 0 ? null : <Lines entries={entries} />}
      {log.hasNextPage ? (
        <Button variant="default" aria-disabled={log.isFetching} onClick={() => void log.fetchNextPage()}>
          {t("more")}
        </Button>
      ) : null}
    </div>
  );
}

const startOfLog: string | undefined = undefined;

function Filters({
  filter,
  entries,
  onChange,
}: {
  readonly filter: Filter;
  readonly entries: readonly AuditEntry[];
  readonly onChange: (filter: Filter) => void;
}): ReactElement {
  const t = useTexts(texts);
  const people = usePeople(entries);
  return (
    <div className="audit-filters">
      <SelectField
        label={t("action")}
        name="action"
        value={filter.action}
        onChange={(action) => onChange({ ...filter, action })}
        options={[
          { value: "", label: t("anyAction") },
          ...actions.map((action) => ({ value: action, label: t(action) })),
        ]}
      />
      <SelectField
        label={t("actor")}
        name="actor"
        value={filter.actor}
        onChange={(actor) => onChange({ ...filter, actor })}
        options={[
          { value: "", label: t("anyActor") },
          ...[...people].map(([value, label]) => ({ value, label })),
        ]}
      />
    </div>
  );
}

/// Who may have done something, by their ids: everybody of the organization, whatever the filter leaves in the log. Who was
/// met in it once stays, so that a chosen one can be seen and left also when the people do not come.
function usePeople(entries: readonly AuditEntry[]): ReadonlyMap<string, string> {
  const everybody = useQuery({ queryKey: ["team"], queryFn: team });
  const [met, setMet] = useState<ReadonlyMap<string, string>>(new Map());
  const fresh = entries.flatMap(({ actor: { id, name = "" } }) =>
    id === undefined || met.has(id) ? [] : [[id, name] as const],
  );
  if (fresh.length > 0) {
    setMet(new Map([...met, ...fresh]));
  }
  return new Map([...(everybody.data?.members ?? []).map(({ id, name }) => [id, name] as const), ...met]);
}

function Lines({ entries }: { readonly entries: readonly AuditEntry[] }): ReactElement {
  const t = useTexts(texts);
  return (
    <table className="table audit-table">
      <thead>
        <tr>
          <th scope="col">{t("when")}</th>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("details")}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Line key={entry.number} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const { subject, actor } = entry;
  const action = actions.find((known) => known === entry.action);
  const name = action === undefined ? entry.action : t(action);
  return (
    <tr title={t("number", { number: entry.number, hash: entry.hash.slice(0, 12) })}>
      <td>
        <time dateTime={entry.at}>{fullTime(new Date(entry.at), words)}</time>
      </td>
      <td>
        <bdi>{who(actor, t)}</bdi>
      </td>
      <td>
        <bdi>
          {subject.name === undefined || subject.id === actor.id
            ? name
            : t("on", { action: name, subject: subject.name })}
        </bdi>
      </td>
      <td>
        <Details entry={entry} />
      </td>
    </tr>
  );
}

function who({ kind, name, id }: AuditEntry["actor"], t: (key: "commandLine" | "system") => string): string {
  switch (kind) {
    case "command_line":
      return t("commandLine");
    case "system":
      return t("system");
    default:
      return name ?? id ?? kind;
  }
}

function Details({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const words = useWords();
  return (
    <>
      {detailsOf(entry, words).map(({ name, value }) => (
        <span key={name} className="audit-detail">
          <span className="audit-detail-name">{name}</span> <bdi>{value}</bdi>
        </span>
      ))}
    </>
  );
}
