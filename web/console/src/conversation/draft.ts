import type { Attachment, ErrorCode, Quote } from "@chask/client";

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
  /// Of a note: the composer is for it, and not for the reply.
  readonly chosen?: boolean | undefined;
  /// Of a note: what the server may have stored already, though its answer has not come.
  readonly tried?: Tried | undefined;
}

/// The same id through every retry, so that the note is stored once.
export interface Tried {
  readonly id: string;
  readonly content: string;
}

/// Where the note of a conversation is drafted: apart from the reply, so that neither can become the other.
export function noteKey(conversation: string): string {
  return `${conversation}.note`;
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
