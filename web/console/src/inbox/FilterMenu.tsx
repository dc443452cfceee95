import type { InboxCounts } from "@chask/client";
import { ActionIcon, Button, Popover } from "@mantine/core";
import { Check, Pencil, X } from "lucide-react";
import { useRef, useState, type ReactElement } from "react";
import { isShown } from "../filters/api";
import { NameForm } from "../filters/NameForm";
import { texts as filterTexts } from "../filters/texts";
import { useFilters } from "../filters/useFilters";
import { texts } from "../presence/texts";
import { useEscape } from "../shell/useEscape";
import { useFocusBack } from "../shell/useFocusBack";
import { useTexts, useWords } from "../shell/words";
import { notLoaded, useColleagues, useTags, useTeams } from "./useDesk";
import { countOf, moreViews, shownOf, viewKeys, type Shown } from "./views";
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
  const [editing, setEditing] = useState(false);
  const open = (next: boolean): void => {
    setOpened(next);
    setEditing(false);
  };
  useFocusBack(opened, ".filter-button");
  useEscape(opened && !editing, () => open(false));
  const choose = (next: Shown): void => {
    open(false);
    onShow(next);
  };
  return (
    <Popover
      position="bottom-end"
      width={300}
      shadow="md"
      opened={opened}
      onChange={open}
      closeOnEscape={!editing}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <FilterButton shown={shown} onClick={() => open(!opened)} />
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
        <Saved shown={shown} onShow={choose} onEdit={setEditing} />
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
  const put = (part: Parameters<typeof shownOf>[1]): void =>
    onShow(shownOf(shown.view, { ...shown, ...part }));
  return (
    <div className="filter-narrow">
      <Select
        label={t("filter.tag")}
        none={t("filter.anyTag")}
        value={shown.tag}
        gone={tags === notLoaded ? undefined : t("filter.gone", { name: shown.tag ?? "" })}
        options={tags.map(({ name }) => ({ value: name, label: name }))}
        onChange={(tag) => put({ tag })}
      />
      <Select
        label={t("filter.assignee")}
        none={t("filter.anybody")}
        value={shown.assignee}
        gone={colleagues === notLoaded ? undefined : t("filter.gone", { name: t("filter.assignee") })}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(assignee) => put({ assignee })}
      />
      {teams.length === 0 && shown.team === undefined ? null : (
        <Select
          label={word("team")}
          none={word("anyTeam")}
          value={shown.team}
          gone={teams === notLoaded ? undefined : t("filter.gone", { name: word("team") })}
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
  gone,
  options,
  onChange,
}: {
  readonly label: string;
  readonly none: string;
  readonly value: string | undefined;
  /// What to call the value where it is none of the options any more; undefined while they are not known.
  readonly gone: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}): ReactElement {
  return (
    <label className="filter-select">
      <span>{label}</span>
      <select
        className="plain-input small"
        value={value ?? ""}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === "" ? undefined : currentTarget.value)
        }
      >
        <option value="">{none}</option>
        {value === undefined ||
        gone === undefined ||
        options.some((option) => option.value === value) ? null : (
          <option value={value}>{gone}</option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Saved({
  shown,
  onShow,
  onEdit,
}: Pick<FilterMenuProps, "shown" | "onShow"> & {
  readonly onEdit: (editing: boolean) => void;
}): ReactElement {
  const word = useTexts(filterTexts);
  const { filters, problem, keep, rename, forget } = useFilters();
  const [edited, setEdited] = useState<string>();
  const part = useRef<HTMLFieldSetElement>(null);
  const edit = (id: string | undefined): void => {
    setEdited(id);
    onEdit(id !== undefined);
  };
  // What was pressed is gone with its row: the keyboard goes on from here.
  const goOn = (done: boolean): boolean => {
    if (done) {
      edit(undefined);
      part.current?.focus();
    }
    return done;
  };
  const isKept = (name: string): boolean =>
    filters.some((filter) => filter.name.toLowerCase() === name.toLowerCase());
  return (
    <fieldset className="filter-saved" aria-label={word("saved")} tabIndex={-1} ref={part}>
      {filters.map((filter) =>
        filter.id === edited ? (
          <NameForm
            key={filter.id}
            label={word("newName", { name: filter.name })}
            initial={filter.name}
            action={() => word("save")}
            focused
            onName={(name) => rename(filter, name).then(goOn)}
            onCancel={() => goOn(true)}
          />
        ) : (
          <div key={filter.id} className="filter-row">
            <Choice
              label={filter.name}
              chosen={isShown(filter.shown, shown)}
              onChoose={() => onShow(filter.shown)}
            />
            <ActionIcon aria-label={word("rename", { name: filter.name })} onClick={() => edit(filter.id)}>
              <Pencil size={16} />
            </ActionIcon>
            <ActionIcon
              aria-label={word("forget", { name: filter.name })}
              onClick={() => void forget(filter).then(goOn)}
            >
              <X size={16} />
            </ActionIcon>
          </div>
        ),
      )}
      {problem === undefined ? null : (
        <p role="alert" className="filter-problem">
          {word(problem)}
        </p>
      )}
      <NameForm
        label={word("saveAs")}
        initial=""
        action={(name) => word(isKept(name) ? "replace" : "save")}
        focused={false}
        onName={(name) => keep(name, shown)}
      />
    </fieldset>
  );
}
