import { emptyDraft, noteKey, type ReplyDraft, type Upload } from "./draft";
import { keptDrafts } from "./keptDrafts";

/// The drafts of one agent, by conversation. What is kept of them outlives the tab and is the same in all tabs.
export interface Drafts {
  readonly get: (conversation: string) => ReplyDraft;
  readonly change: (conversation: string, change: (draft: ReplyDraft) => ReplyDraft) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /// Puts back what was sent and taken back, before what has been begun since.
  readonly restore: (conversation: string, draft: ReplyDraft) => void;
  /// Asks for the box of what has been put back or taken up here.
  readonly ask: (conversation: string) => void;
  /// Tells that the box is asked for; also who comes for it only then, where nobody was there.
  readonly onAsk: (conversation: string, listener: () => void) => () => void;
  /// Another tab has kept something, or forgotten it: then `kept` is null.
  readonly follow: (key: string | null, kept: string | null) => void;
  /// Forgets every draft: the agent has signed out.
  readonly clear: () => void;
}

/// Where the last key was pressed so short a time ago, what another tab says comes too late: who writes is right.
const typingMilliseconds = 1_000;

/// `storage` is undefined where the browser refuses it; then the drafts live as long as the page.
export function createDrafts(
  storage: Storage | undefined,
  agentId: string,
  now: () => number = Date.now,
): Drafts {
  const kept = keptDrafts(storage, agentId, now);
  const drafts = kept.load();
  const typed = new Map<string, number>();
  const listeners = new Set<() => void>();
  const places = new Set<{ readonly conversation: string; readonly listener: () => void }>();
  /// Asked for while nobody was there to be told.
  const awaited = new Set<string>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const change: Drafts["change"] = (conversation, by) => {
    const before = drafts.get(conversation) ?? emptyDraft;
    const after = by(before);
    drafts.set(conversation, after);
    if (after.text !== before.text) {
      typed.set(conversation, now());
    }
    kept.change(conversation, before, after);
    tell();
  };
  const ask: Drafts["ask"] = (conversation) => {
    const there = [...places].filter((place) => place.conversation === conversation);
    if (there.length === 0) {
      awaited.add(conversation);
    }
    there.forEach(({ listener }) => listener());
  };
  return {
    get: (conversation) => drafts.get(conversation) ?? emptyDraft,
    change,
    restore: (conversation, draft) => {
      change(conversation, (begun) => withBefore(begun, draft));
      ask(conversation);
    },
    ask,
    onAsk: (conversation, listener) => {
      const place = { conversation, listener };
      places.add(place);
      if (awaited.delete(conversation)) {
        listener();
      }
      return () => places.delete(place);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: (key, value) => {
      const told = kept.told(key, value);
      if (told !== undefined && now() - (typed.get(told.conversation) ?? 0) >= typingMilliseconds) {
        const { conversation, draft } = told;
        drafts.set(conversation, followed(drafts.get(conversation) ?? emptyDraft, draft));
        tell();
      }
    },
    clear: () => {
      kept.clear();
      drafts.clear();
      awaited.clear();
      tell();
    },
  };
}

/// The draft with another one before it.
export function withBefore(begun: ReplyDraft, { text, uploads, replyTo }: ReplyDraft): ReplyDraft {
  return {
    ...begun,
    replyTo: replyTo ?? begun.replyTo,
    text: [text, begun.text].filter((part) => part !== "").join("\n"),
    uploads: [...uploads, ...begun.uploads],
  };
}

function arrived({ state }: Upload): string | undefined {
  return state.kind === "ready" ? state.attachment.id : undefined;
}

/// What only this tab has stays: an edit, uploads that have not arrived, and for whom one writes here.
function followed({ editing, chosen, uploads }: ReplyDraft, other: ReplyDraft): ReplyDraft {
  return {
    ...other,
    editing,
    chosen,
    uploads: [
      ...other.uploads.map((upload) => uploads.find((own) => arrived(own) === arrived(upload)) ?? upload),
      ...uploads.filter((own) => arrived(own) === undefined),
    ],
  };
}

/// Whether what is written in a conversation is for the colleagues.
export function isNote(drafts: Pick<Drafts, "get">, conversation: string): boolean {
  return drafts.get(noteKey(conversation)).chosen === true;
}

export function chooseNote(drafts: Pick<Drafts, "change">, conversation: string, chosen: boolean): void {
  drafts.change(noteKey(conversation), (note) => ({ ...note, chosen: chosen || undefined }));
}

/// Begins an edit or an answer, and goes to its box. Both are for the visitor: the composer must not go on with a note.
export function takeUp(
  drafts: Pick<Drafts, "change" | "ask">,
  conversation: string,
  change: (draft: ReplyDraft) => ReplyDraft,
): void {
  chooseNote(drafts, conversation, false);
  drafts.change(conversation, change);
  drafts.ask(conversation);
}
