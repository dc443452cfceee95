import type { InboxCounts } from "@chask/client";
import { ActionIcon, Button, Popover } from "@mantine/core";
import { Check, X } from "lucide-react";
import { useState, type ReactElement } from "react";
import { useAgentId } from "../shell/client";
import { texts } from "../presence/texts";
import { useTexts, useWords } from "../shell/words";
import { keepFilters, loadFilters, withFilter, type SavedFilter } from "./savedFilters";
import { useColleagues, useTags, useTeams } from "./useDesk";
import { countOf, moreViews, viewKeys, type Shown } from "./views";
import { Count, FilterButton } from "./ViewTabs";

interface FilterMenuProps {
  readonly shown: Shown;
  readonly counts: InboxCounts | undefined;
  readonly onShow: (shown: Shown) => void;
}

/// The less common views, what narrows a view, and what the agent has kept under a name. Loaded when first asked for.
export function FilterMenu({ shown, counts, onShow }: FilterMenuProps): ReactElement {
  const { t } = useWords();
  const [opened, setOpened] = useState(true);
  const choose = (next: Shown): void => {
    setOpened(false);
    onShow(next);
  };
  return (
    <Popover
      position="bottom-end"
      width={300}
      shadow="md"
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <FilterButton shown={shown} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t("filter.title")} className="filter-menu">
        {moreViews.map((view) => (
          <Choice
            key={view}
            label={t(viewKeys[view])}
            chosen={shown.view === view}
            count={countOf(view, counts)}
            onChoose={() => choose({ view })}
          />
        ))}
        <Narrow shown={shown} onShow={onShow} />
        <Saved shown={shown} onShow={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choice({
  label,
  chosen,
  count,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: boolean;
  readonly count?: number | undefined;
  readonly onChoose: () => void;
}): ReactElement {
  return (
    <Button
      variant="subtle"
      color="gray"
      fullWidth
      justify="space-between"
      className="filter-choice"
      aria-pressed={chosen}
      rightSection={chosen ? <Check size={16} /> : <Count count={count} />}
      onClick={onChoose}
    >
      <bdi className="cut">{label}</bdi>
    </Button>
  );
}

function Narrow({ shown, onShow }: Pick<FilterMenuProps, "shown" | "onShow">): ReactElement {
  const { t } = useWords();
  const tags = useTags();
  const colleagues = useColleagues();
  const teams = useTeams();
  const word = useTexts(texts);
  const put = (part: Partial<Record<"tag" | "assignee" | "team", string | undefined>>): void => {
    const next = { ...shown, ...part };
    const { tag, assignee, team } = next;
    onShow({
      view: shown.view,
      ...(tag === undefined ? {} : { tag }),
      ...(assignee === undefined ? {} : { assignee }),
      ...(team === undefined ? {} : { team }),
    });
  };
  return (
    <div className="filter-narrow">
      <Select
        label={t("filter.tag")}
        none={t("filter.anyTag")}
        value={shown.tag}
        options={tags.map(({ name }) => ({ value: name, label: name }))}
        onChange={(tag) => put({ tag })}
      />
      <Select
        label={t("filter.assignee")}
        none={t("filter.anybody")}
        value={shown.assignee}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(assignee) => put({ assignee })}
      />
      {teams.length === 0 ? null : (
        <Select
          label={word("team")}
          none={word("anyTeam")}
          value={shown.team}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(team) => put({ team })}
        />
      )}
    </div>
  );
}

function Select({
  label,
  none,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly none: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}): ReactElement {
  return (
    <label className="filter-select">
      <span>{label}</span>
      <select
        value={value ?? ""}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === "" ? undefined : currentTarget.value)
        }
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Saved({ shown, onShow }: Pick<FilterMenuProps, "shown" | "onShow">): ReactElement {
  const { t } = useWords();
  const agentId = useAgentId();
  const [filters, setFilters] = useState(() => loadFilters(agentId));
  const keep = (next: readonly SavedFilter[]): void => {
    setFilters(next);
    keepFilters(agentId, next);
  };
  return (
    <div className="filter-saved">
      {filters.map((filter) => (
        <div key={filter.name} className="filter-row">
          <Choice label={filter.name} chosen={false} onChoose={() => onShow(filter.shown)} />
          <ActionIcon
            aria-label={t("filter.forget", { name: filter.name })}
            onClick={() => keep(filters.filter(({ name }) => name !== filter.name))}
          >
            <X size={16} />
          </ActionIcon>
        </div>
      ))}
      <SaveForm onSave={(name) => keep(withFilter(filters, { name, shown }))} />
    </div>
  );
}

function SaveForm({ onSave }: { readonly onSave: (name: string) => void }): ReactElement {
  const { t } = useWords();
  const [name, setName] = useState("");
  return (
    <form
      className="filter-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") {
          onSave(name.trim());
          setName("");
        }
      }}
    >
      <input
        className="plain-input"
        aria-label={t("filter.saveAs")}
        placeholder={t("filter.saveAs")}
        maxLength={40}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" variant="default" size="compact-sm" aria-disabled={name.trim() === ""}>
        {t("filter.save")}
      </Button>
    </form>
  );
}
