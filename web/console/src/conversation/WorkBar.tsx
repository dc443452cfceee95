import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { AlarmClock, AlarmClockOff, ChevronDown, UserRound } from "lucide-react";
import { useState, type ReactElement } from "react";
import { texts } from "../presence/texts";
import { useAgentId } from "../shell/client";
import { fullTime } from "../shell/format";
import { useShortcuts } from "../shell/shortcuts";
import { useTexts, useWords, type Words } from "../shell/words";
import { AssigneeMenu } from "./AssigneeMenu";
import { snoozeTimes } from "./snoozeTimes";
import { TagsEditor } from "./TagsEditor";
import type { WorkChange } from "./useWork";
import { Menu, MenuChoice } from "./WorkMenu";

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
  const word = useTexts(texts);
  const agentId = useAgentId();
  const assignee = change.work?.assignee;
  const team = change.work?.team;
  const inTeam = team === undefined ? "" : word("inTeam", { team: team.name });
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
        label={[assigneeLabel(assignee, mine, t), inTeam].filter((part) => part !== "").join(", ")}
        target={
          <span className="work-assignee">
            <UserRound size={16} aria-hidden="true" />
            <bdi className="cut">{mine ? t("work.you") : (assignee?.name ?? t("work.nobody"))}</bdi>
            {team === undefined ? null : <bdi className="work-team cut">{team.name}</bdi>}
            <ChevronDown size={14} aria-hidden="true" />
          </span>
        }
      >
        {(close) => <AssigneeMenu change={change} onDone={close} />}
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
