import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useState, type ReactElement } from "react";
import { useDeskTitle } from "../inbox/useDeskTitle";
import { visitorName } from "../inbox/visitorName";
import { useClient, useClientState } from "../shell/client";
import { useOffer } from "../shell/offered";
import { usePreferences } from "../shell/preferences";
import { useShortcuts } from "../shell/shortcuts";
import { useTexts, useWords } from "../shell/words";
import { AsidesFailure } from "./AsidesFailure";
import { useAsides } from "./asides";
import { Composer } from "./Composer";
import { isUnknown, useDetails } from "./details";
import { DropZone } from "./DropZone";
import { NotFound } from "./NotFound";
import { useUnseenMentions, usePlace } from "./unseenMentions";
import { Thread } from "./Thread";
import { ThreadHeader } from "./ThreadHeader";
import { texts } from "./texts";
import { useAddFiles, useFilesRefusal } from "./useAddFiles";
import { useHeldLeft } from "./useHeldLeft";
import { useStatusChange } from "./useStatusChange";
import { useWork } from "./useWork";
import { useViewing } from "./viewing";
import { VisitorPanel } from "./VisitorPanel";
import { WorkBar } from "./WorkBar";
import "./conversation.css";
import "./message.css";
import "./composer.css";
import "./work.css";
import "./notes.css";

const wideEnoughForPanel = "(min-width: 1101px)";

/// One conversation: header, thread, composer, and the visitor beside them.
export function ConversationView({
  id,
  at,
  agentName,
}: {
  readonly id: string;
  /// What to show: `Route.at`.
  readonly at: string | undefined;
  readonly agentName: string;
}): ReactElement {
  const words = useWords();
  const client = useClient();
  const row = useClientState((state) => state.inbox.find((candidate) => candidate.id === id));
  const thread = useClientState((state) => state.threads.get(id));
  const details = useDetails(id, row?.visitor);
  const panel = usePanel();
  const visitor = details.data?.visitor ?? row?.visitor;
  const name = visitor === undefined ? "" : visitorName(visitor, words);
  const told = useClientState((state) => state.work.get(id));
  const stored = row ?? told ?? details.data?.work;
  const work = useWork(id, stored, agentName);
  const status = useStatusChange(
    { id, name },
    thread?.status ?? row?.status ?? details.data?.status ?? "open",
    work.work?.snoozedUntil,
  );
  const [asides, loads] = useAsides(id, stored);
  useHeldLeft(id, name);
  const mentions = useUnseenMentions(id, stored, asides.notes);
  const place = usePlace(at, mentions);
  useEffect(() => client.watch(id), [client, id]);
  useViewing(id);
  useDeskTitle(name === "" ? words.t("inbox.title") : name);
  useShortcuts({ e: status.toggle, panel: panel.toggle });
  useOffer({ id, name, open: status.value === "open", change: work });
  if (isUnknown(details.error)) {
    return <NotFound />;
  }
  return (
    <div className="conversation" data-panel={panel.shown}>
      <ConversationBody id={id}>
        <ThreadHeader id={id} name={name} visitor={visitor} status={status} panel={panel} />
        <WorkBar change={work} open={status.value === "open"} />
        <AsidesFailure loads={loads} />
        <Thread id={id} at={place} thread={thread} asides={asides} mentions={mentions} name={name} />
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
  const t = useTexts(texts);
  const add = useAddFiles(id);
  const refusal = useFilesRefusal(id);
  return (
    <DropZone onFiles={add} refusal={refusal && t(refusal)}>
      <section className="thread-column">{children}</section>
    </DropZone>
  );
}

/// Whether the visitor's data is shown: beside the thread where there is room, and then as it was left in the conversation
/// before; over it where there is not.
export interface Panel {
  readonly shown: boolean;
  readonly beside: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
}

function usePanel(): Panel {
  const beside = useMediaQuery(wideEnoughForPanel, true, { getInitialValueInEffect: false });
  const { preferences, change } = usePreferences();
  const [shownOver, setShownOver] = useState(false);
  const shown = beside ? preferences.visitorPanel : shownOver;
  const set = (next: boolean): void => (beside ? change({ visitorPanel: next }) : setShownOver(next));
  return { beside, shown, toggle: () => set(!shown), close: () => set(false) };
}
