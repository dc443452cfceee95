import type { InboxRow } from "@chask/client";
import { ActionIcon, Button, Skeleton, Tooltip } from "@mantine/core";
import { ArrowLeft, Check, PanelRight, RotateCcw } from "lucide-react";
import type { ReactElement } from "react";
import { Avatar } from "../inbox/Avatar";
import { inboxHref } from "../shell/route";
import { useWords } from "../shell/words";
import type { Panel } from "./ConversationView";
import { Viewers } from "./Viewers";
import type { StatusChange } from "./useStatusChange";

/// Who the conversation is with, and what can be done with it.
export function ThreadHeader({
  id,
  name,
  visitor,
  status,
  panel,
}: {
  readonly id: string;
  readonly name: string;
  readonly visitor: InboxRow["visitor"] | undefined;
  readonly status: StatusChange;
  readonly panel: Panel;
}): ReactElement {
  const { t } = useWords();
  const panelLabel = t(panel.shown ? "conversation.hideVisitor" : "conversation.showVisitor");
  return (
    <header className="column-head thread-head">
      <ActionIcon component="a" href={inboxHref} className="thread-back" aria-label={t("conversation.back")}>
        <ArrowLeft size={20} />
      </ActionIcon>
      <Who name={name} visitor={visitor} />
      {status.value === "resolved" ? <span className="badge">{t("conversation.resolvedBadge")}</span> : null}
      <span className="fill" />
      <Viewers id={id} />
      <StatusButton status={status} />
      <Tooltip label={panelLabel}>
        <ActionIcon aria-label={panelLabel} aria-expanded={panel.shown} onClick={panel.toggle}>
          <PanelRight size={20} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

function Who({
  name,
  visitor,
}: {
  readonly name: string;
  readonly visitor: InboxRow["visitor"] | undefined;
}): ReactElement {
  return visitor === undefined ? (
    <Skeleton height={14} width={140} aria-hidden="true" />
  ) : (
    <>
      <Avatar id={visitor.id} name={visitor.name ?? visitor.email} size={28} />
      <h2 className="thread-name cut">
        <bdi>{name}</bdi>
      </h2>
    </>
  );
}

function StatusButton({ status }: { readonly status: StatusChange }): ReactElement {
  const { t } = useWords();
  const open = status.value === "open";
  return (
    <Button
      className="status-button"
      variant="default"
      size="sm"
      aria-disabled={status.pending}
      onClick={status.toggle}
    >
      {open ? <Check size={18} className="icon" /> : <RotateCcw size={18} className="icon" />}
      <span className="word">{t(open ? "conversation.resolve" : "conversation.reopen")}</span>
    </Button>
  );
}
