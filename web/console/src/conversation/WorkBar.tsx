import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { AlarmClockOff, ChevronDown, UserRound } from "lucide-react";
import type { ReactElement } from "react";
import { texts } from "../presence/texts";
import { useAgentId } from "../shell/client";
import { fullTime } from "../shell/format";
import { useNotices } from "../shell/Notices";
import { useShortcuts } from "../shell/shortcuts";
import { useKeptFocus } from "../shell/useKeptFocus";
import { useTexts, useWords, type Words } from "../shell/words";
import { AssigneeMenu } from "./AssigneeMenu";
import { SnoozeMenu } from "./SnoozeMenu";
import { TagsEditor } from "./TagsEditor";
import type { WorkChange } from "./useWork";
import { Menu } from "./WorkMenu";

/// Who has the conversation, what it is about, and until when it rests. Its height is reserved while it loads.
export function WorkBar({
  change,
  open,
}: {
  readonly change: WorkChange;
  readonly open: boolean;
}): ReactElement {
  const kept = useKeptFocus<HTMLDivElement>();
  return (
    <div className="work-bar" {...kept}>
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
  useShortcuts({ c: useClaim(change, mine) });
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
          <span className="work-assignee" aria-hidden="true">
            <UserRound size={16} />
            <bdi className="cut">{mine ? t("work.you") : (assignee?.name ?? t("work.nobody"))}</bdi>
            {team === undefined ? null : <bdi className="work-team cut">{team.name}</bdi>}
            <ChevronDown size={14} />
          </span>
        }
      >
        {(close) => <AssigneeMenu change={change} onDone={close} />}
      </Menu>
    </>
  );
}

/// By a key nobody takes from a colleague who was quicker: who means to, chooses himself in the menu.
function useClaim({ work, claim }: WorkChange, mine: boolean): () => void {
  const { t } = useWords();
  const show = useNotices();
  const holder = work?.assignee;
  return () => {
    if (holder === undefined) {
      claim();
    } else if (!mine) {
      show({ text: t("work.takenBy", { name: holder.name }) });
    }
  };
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
  return <SnoozeMenu onChoose={change.snooze} />;
}
