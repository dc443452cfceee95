import type { Attachment, ErrorCode, Quote } from "@chask/client";
import { attachment as isAttachment, listOf, parse } from "@chask/wire";

/// A file on its way into a reply.
export interface Upload {
  readonly key: string;
  readonly name: string;
  /// Bytes.
  readonly size: number;
  /// Absent after a reload: what had arrived by then is on the server.
  readonly file?: File;
  /// An object URL of a picture; to be revoked when the upload goes.
  readonly preview?: string;
  readonly state: UploadState;
}

export type UploadState =
  | { readonly kind: "uploading"; /** From 0 to 1. */ readonly progress: number }
  | { readonly kind: "ready"; readonly attachment: Attachment }
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly reason: string };

/// What an agent has begun to write in one conversation.
export interface ReplyDraft {
  readonly text: string;
  readonly uploads: readonly Upload[];
  /// What it answers.
  readonly replyTo?: Quote | undefined;
  /// A stored message whose text is being replaced; the draft waits meanwhile.
  readonly editing?: Editing | undefined;
}

export interface Editing {
  readonly messageId: string;
  readonly text: string;
}

/// What the composer holds: the new text of a message, or else the draft.
export function inHand(draft: ReplyDraft): ReplyDraft {
  return draft.editing === undefined ? draft : { text: draft.editing.text, uploads: [] };
}

/// The draft with another text in hand.
export function written(draft: ReplyDraft, text: string): ReplyDraft {
  return draft.editing === undefined ? { ...draft, text } : { ...draft, editing: { ...draft.editing, text } };
}

/// The newest of the two goes: an edit, and then a quote.
export function withoutSubject(draft: ReplyDraft): ReplyDraft {
  return draft.editing === undefined ? { ...draft, replyTo: undefined } : { ...draft, editing: undefined };
}

export const emptyDraft: ReplyDraft = { text: "", uploads: [] };

/// The drafts of one agent, by conversation. Texts and files that have arrived outlive a reload of the
/// tab.
export interface Drafts {
  readonly get: (conversation: string) => ReplyDraft;
  readonly change: (conversation: string, change: (draft: ReplyDraft) => ReplyDraft) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /// Puts back what was sent and taken back, before what has been begun since.
  readonly restore: (conversation: string, draft: ReplyDraft) => void;
  /// Tells of each draft that is put back.
  readonly onRestore: (listener: (conversation: string) => void) => () => void;
  /// Forgets every draft: the agent has signed out.
  readonly clear: () => void;
}

/// `storage` is undefined where the browser refuses it; then the drafts live as long as the page.
export function createDrafts(storage: Storage | undefined, agentId: string): Drafts {
  const prefix = `chask.console.draft.${agentId}.`;
  const drafts = load(storage, prefix);
  const listeners = new Set<() => void>();
  const restored = new Set<(conversation: string) => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const change: Drafts["change"] = (conversation, by) => {
    const before = drafts.get(conversation) ?? emptyDraft;
    const after = by(before);
    drafts.set(conversation, after);
    if (after.text !== before.text) {
      keep(storage, prefix + conversation, after.text);
    }
    const files = filesOf(after);
    if (files !== filesOf(before)) {
      keep(storage, prefix + conversation + filesSuffix, files);
    }
    tell();
  };
  return {
    get: (conversation) => drafts.get(conversation) ?? emptyDraft,
    change,
    restore: (conversation, draft) => {
      change(conversation, (begun) => ({
        ...begun,
        replyTo: draft.replyTo ?? begun.replyTo,
        text: [draft.text, begun.text].filter((text) => text !== "").join("\n"),
        uploads: [...draft.uploads, ...begun.uploads],
      }));
      restored.forEach((listener) => listener(conversation));
    },
    onRestore: (listener) => {
      restored.add(listener);
      return () => restored.delete(listener);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => {
      for (const conversation of drafts.keys()) {
        keep(storage, prefix + conversation, "");
        keep(storage, prefix + conversation + filesSuffix, "");
      }
      drafts.clear();
      tell();
    },
  };
}

const filesSuffix = ".files";

/// The files that have arrived, as they are kept; nothing when there are none.
function filesOf(draft: ReplyDraft): string {
  const files = readyAttachments(draft);
  return files.length === 0 ? "" : JSON.stringify(files);
}

function load(storage: Storage | undefined, prefix: string): Map<string, ReplyDraft> {
  const drafts = new Map<string, ReplyDraft>();
  for (const key of Object.keys(storage ?? {}).filter((one) => one.startsWith(prefix))) {
    const kept = storage?.getItem(key) ?? "";
    const isFiles = key.endsWith(filesSuffix);
    const conversation = key.slice(prefix.length, isFiles ? -filesSuffix.length : undefined);
    const draft = drafts.get(conversation) ?? emptyDraft;
    drafts.set(conversation, isFiles ? { ...draft, uploads: readFiles(kept) } : { ...draft, text: kept });
  }
  return drafts;
}

const areFiles = listOf(isAttachment);

function readFiles(kept: string): readonly Upload[] {
  const files = parse(kept);
  return areFiles(files)
    ? files.map((attachment) => ({
        key: attachment.id,
        name: attachment.name,
        size: attachment.size,
        state: { kind: "ready", attachment },
      }))
    : [];
}

function keep(storage: Storage | undefined, key: string, text: string): void {
  try {
    if (text === "") {
      storage?.removeItem(key);
    } else {
      storage?.setItem(key, text);
    }
  } catch {
    // The storage is full: the draft lives as long as the page.
  }
}

/// Whether a draft may be sent now.
export type Readiness = "ready" | "empty" | "uploading" | "failedUpload" | "tooLong";

export const maximumCodePoints = 10_000;

export function readiness(draft: ReplyDraft): Readiness {
  if (codePoints(draft.text) > maximumCodePoints) {
    return "tooLong";
  }
  if (draft.uploads.some((upload) => upload.state.kind === "uploading")) {
    return "uploading";
  }
  if (draft.uploads.some((upload) => upload.state.kind === "failed")) {
    return "failedUpload";
  }
  return draft.text.trim() === "" && draft.uploads.length === 0 ? "empty" : "ready";
}

/// Counts as the server does: an emoji of two UTF-16 units is one.
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) {
    count++;
  }
  return count;
}

/// The uploaded files of a draft.
export function readyAttachments(draft: ReplyDraft): readonly Attachment[] {
  return draft.uploads.flatMap((upload) => (upload.state.kind === "ready" ? [upload.state.attachment] : []));
}
