import {
  createContext,
  useContext,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from "react";
import { createDrafts, type Drafts, type ReplyDraft } from "./drafts";

const DraftsContext = createContext<Drafts | undefined>(undefined);

export function DraftsProvider({
  agentId,
  children,
}: {
  readonly agentId: string;
  readonly children: ReactNode;
}): ReactElement {
  const [drafts] = useState(() => createDrafts(sessionStorageIfAllowed(), agentId));
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}

function sessionStorageIfAllowed(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (drafts === undefined) {
    throw new Error("useDrafts outside of DraftsProvider");
  }
  return drafts;
}

/// The draft of a conversation, live.
export function useDraft(conversation: string): ReplyDraft {
  const drafts = useDrafts();
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(conversation));
}

/// Only its text: a row of the list has no need to follow the progress of uploads.
export function useDraftText(conversation: string): string {
  const drafts = useDrafts();
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(conversation).text);
}
