import {
  createContext,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from "react";
import { noteKey, type ReplyDraft } from "./draft";
import { createDrafts, isNote, type Drafts } from "./drafts";

const DraftsContext = createContext<Drafts | undefined>(undefined);

export function DraftsProvider({
  agentId,
  children,
}: {
  readonly agentId: string;
  readonly children: ReactNode;
}): ReactElement {
  const [drafts] = useState(() => createDrafts(storageIfAllowed(), agentId));
  useEffect(() => {
    const follow = ({ key, newValue }: StorageEvent): void => drafts.follow(key, newValue);
    window.addEventListener("storage", follow);
    return () => window.removeEventListener("storage", follow);
  }, [drafts]);
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}

function storageIfAllowed(): Storage | undefined {
  try {
    return window.localStorage;
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

/// Whether the composer of a conversation is for a note, live.
export function useIsNote(conversation: string): boolean {
  const drafts = useDrafts();
  return useSyncExternalStore(drafts.subscribe, () => isNote(drafts, conversation));
}

/// Only the text of the reply, or else of the note: a row of the list has no need to follow the progress of uploads.
export function useDraftText(conversation: string): string {
  const drafts = useDrafts();
  return useSyncExternalStore(drafts.subscribe, () => {
    const { text } = drafts.get(conversation);
    return text.trim() === "" ? drafts.get(noteKey(conversation)).text : text;
  });
}
