import { ChatError } from "@chask/client";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useState, type ReactElement } from "react";
import { visitorName } from "../inbox/visitorName";
import { useClient, useClientState } from "../shell/client";
import { useOffer } from "../shell/offered";
import { usePageTitle } from "../shell/title";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";
import { useAsides } from "./asides";
import { Composer } from "./Composer";
import { useDetails } from "./details";
import { DropZone } from "./DropZone";
import { NotFound } from "./NotFound";
import { useMentionsSeen } from "./notes";
import { Thread } from "./Thread";
import { ThreadHeader } from "./ThreadHeader";
import { useAddFiles } from "./useAddFiles";
import { useStatusChange } from "./useStatusChange";
import { useWork } from "./useWork";
import { useViewing } from "./viewing";
import { VisitorPanel } from "./VisitorPanel";
import { WorkBar } from "./WorkBar";
import "./conversation.css";
import "./work.css";

const wideEnoughForPanel = "(min-width: 1101px)";

/// One conversation: header, thread, composer, and the visitor beside them.
export function ConversationView({
  id,
  at,
  agentName,
}: {
  readonly id: string;
  /// The message to show.
  readonly at: string | undefined;
  readonly agentName: string;
}): ReactElement {
  const words = useWords();
  const client = useClient();
  const row = useClientState((state) => state.inbox.find((candidate) => candidate.id === id));
  const thread = useClientState((state) => state.threads.get(id));
  const unread = useClientState((state) => state.unread);
  const details = useDetails(id, row?.visitor);
  const panel = usePanel();
  const visitor = details.data?.visitor ?? row?.visitor;
  const name = visitor === undefined ? "" : visitorName(visitor, words);
  const status = useStatusChange(
    { id, name },
    thread?.status ?? row?.status ?? details.data?.status ?? "open",
  );
  const told = useClientState((state) => state.work.get(id));
  const stored = row ?? told ?? details.data?.work;
  const work = useWork(id, stored, agentName);
  const asides = useAsides(id, stored);
  useMentionsSeen(id, stored?.mentioned ?? false);
  useEffect(() => client.watch(id), [client, id]);
  useViewing(id);
  usePageTitle(name === "" ? words.t("inbox.title") : name, unread);
  useShortcuts({ e: status.toggle });
  useOffer({ id, name, open: status.value === "open", change: work });
  if (isUnknown(details.error)) {
    return <NotFound />;
  }
  return (
    <div className="conversation" data-panel={panel.shown}>
      <ConversationBody id={id}>
        <ThreadHeader id={id} name={name} visitor={visitor} status={status} panel={panel} />
        <WorkBar change={work} open={status.value === "open"} />
        <Thread id={id} at={at} thread={thread} asides={asides} name={name} />
        <Composer id={id} name={name} agentName={agentName} resolved={status.value === "resolved"} />
      </ConversationBody>
      <VisitorPanel details={details} panel={panel} />
    </div>
  );
}

function ConversationBody({
  id,
  children,
}: {
  readonly id: string;
  readonly children: readonly ReactElement[];
}): ReactElement {
  const add = useAddFiles(id);
  return (
    <DropZone onFiles={add}>
      <section className="thread-column">{children}</section>
    </DropZone>
  );
}

/// Whether the visitor's data is shown: beside the thread where there is room, over it where there is not.
export interface Panel {
  readonly shown: boolean;
  readonly beside: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
}

function usePanel(): Panel {
  const beside = useMediaQuery(wideEnoughForPanel, true, { getInitialValueInEffect: false });
  const [shownBeside, setShownBeside] = useState(true);
  const [shownOver, setShownOver] = useState(false);
  const set = beside ? setShownBeside : setShownOver;
  return {
    beside,
    shown: beside ? shownBeside : shownOver,
    toggle: () => set((shown) => !shown),
    close: () => set(false),
  };
}

function isUnknown(error: Error | null): boolean {
  return error instanceof ChatError && error.details.reason === "NOT_FOUND";
}
