import { ActionIcon, Button, Popover, Tooltip } from "@mantine/core";
import { AlarmClock, AlarmClockOff, Check, ChevronDown, UserRound } from "lucide-react";
import { useState, type ReactElement, type ReactNode } from "react";
import { useColleagues } from "../inbox/useDesk";
import { useAgentId } from "../shell/client";
import { fullTime } from "../shell/format";
import { useShortcuts } from "../shell/shortcuts";
import { useWords, type Words } from "../shell/words";
import { snoozeTimes } from "./snoozeTimes";
import { TagsEditor } from "./TagsEditor";
import type { WorkChange } from "./useWork";

/// Who has the conversation, what it is about, and until when it rests. Its height is reserved while it loads.
export function WorkBar({
  change,
  open,
}: {
  readonly change: WorkChange;
  readonly open: boolean;
}): ReactElement {
  return (
    <div className="work-bar">
      {change.work === undefined ? null : (
        <>
          <Assignee change={change} />
          <TagsEditor change={change} tags={change.work.tags} />
          <span className="fill" />
          {open ? <Snooze change={change} /> : null}
        </>
      )}
    </div>
  );
}

function Assignee({ change }: { readonly change: WorkChange }): ReactElement {
  const { t } = useWords();
  const agentId = useAgentId();
  const assignee = change.work?.assignee;
  const mine = assignee?.id === agentId;
  useShortcuts({ c: () => (mine ? undefined : change.claim()) });
  return (
    <>
      {assignee === undefined ? (
        <Button size="compact-sm" variant="light" onClick={change.claim}>
          {t("work.claim")}
        </Button>
      ) : null}
      <Menu
        label={assigneeLabel(assignee, mine, t)}
        target={
          <span className="work-assignee">
            <UserRound size={16} aria-hidden="true" />
            <bdi className="cut">{mine ? t("work.you") : (assignee?.name ?? t("work.nobody"))}</bdi>
            <ChevronDown size={14} aria-hidden="true" />
          </span>
        }
      >
        {(close) => <Colleagues change={change} onDone={close} />}
      </Menu>
    </>
  );
}

/// Has the visible words in it: who says what he sees reaches the button.
function assigneeLabel(
  assignee: { readonly name: string } | undefined,
  mine: boolean,
  t: Words["t"],
): string {
  if (assignee === undefined) {
    return t("work.assign");
  }
  return t("work.assignedTo", { name: mine ? t("work.youNamed", { name: assignee.name }) : assignee.name });
}

function Colleagues({
  change,
  onDone,
}: {
  readonly change: WorkChange;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useWords();
  const colleagues = useColleagues();
  const agentId = useAgentId();
  const has = change.work?.assignee?.id;
  return (
    <>
      <MenuChoice chosen={has === undefined} onChoose={() => (change.assign(undefined), onDone())}>
        {t("work.nobody")}
      </MenuChoice>
      {colleagues.map(({ id, name }) => (
        <MenuChoice
          key={id}
          chosen={has === id}
          onChoose={() => {
            change.assign({ id, name });
            onDone();
          }}
        >
          <bdi>{id === agentId ? t("work.youNamed", { name }) : name}</bdi>
        </MenuChoice>
      ))}
    </>
  );
}

function Snooze({ change }: { readonly change: WorkChange }): ReactElement {
  const words = useWords();
  const until = change.work?.snoozedUntil;
  if (until !== undefined) {
    const label = words.t("work.wake");
    return (
      <>
        <span className="work-rest">{words.t("work.snoozedUntil", { time: fullTime(until, words) })}</span>
        <Tooltip label={label}>
          <ActionIcon aria-label={label} onClick={() => change.snooze(undefined)}>
            <AlarmClockOff size={18} />
          </ActionIcon>
        </Tooltip>
      </>
    );
  }
  return (
    <Menu label={words.t("work.snooze")} target={<AlarmClock size={18} aria-hidden="true" />}>
      {(close) => <Times change={change} onDone={close} />}
    </Menu>
  );
}

function Times({
  change,
  onDone,
}: {
  readonly change: WorkChange;
  readonly onDone: () => void;
}): ReactElement {
  const words = useWords();
  const [times] = useState(() => snoozeTimes(new Date()));
  return (
    <>
      {times.map(({ label, until }) => (
        <MenuChoice
          key={label}
          chosen={false}
          hint={fullTime(until, words)}
          onChoose={() => {
            change.snooze(until);
            onDone();
          }}
        >
          {words.t(label)}
        </MenuChoice>
      ))}
    </>
  );
}

/// A button with a list of choices under it.
function Menu({
  label,
  target,
  children,
}: {
  readonly label: string;
  readonly target: ReactNode;
  readonly children: (close: () => void) => ReactNode;
}): ReactElement {
  const [opened, setOpened] = useState(false);
  return (
    <Popover width={280} shadow="md" opened={opened} onChange={setOpened} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className="work-button"
          aria-label={label}
          title={label}
          onClick={() => setOpened(!opened)}
        >
          {target}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} className="work-menu">
        {children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  );
}

function MenuChoice({
  chosen,
  hint,
  onChoose,
  children,
}: {
  readonly chosen: boolean;
  readonly hint?: string;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <button type="button" className="work-choice" aria-pressed={chosen} onClick={onChoose}>
      <span className="cut">{children}</span>
      {hint === undefined ? null : <span className="work-hint">{hint}</span>}
      {chosen ? <Check size={16} aria-hidden="true" /> : null}
    </button>
  );
}
