import type { Attachment, Quote } from "@chask/client";
import * as wire from "@chask/wire";
import { emptyDraft, readyAttachments, type ReplyDraft, type Tried } from "./draft";

/// What of an agent's drafts outlives the tab: texts, files that have arrived, what is answered, and what the composer
/// is for. Other tabs of the browser read it too.
export interface KeptDrafts {
  readonly load: () => Map<string, ReplyDraft>;
  /// Keeps what differs.
  readonly change: (conversation: string, before: ReplyDraft, after: ReplyDraft) => void;
  /// What another tab has kept under a key; nothing where the key is of no draft of this agent.
  readonly told: (
    key: string | null,
    kept: string | null,
  ) => { readonly conversation: string; readonly draft: ReplyDraft } | undefined;
  /// Forgets all of them, and keeps nothing any more.
  readonly clear: () => void;
}

const root = "chask.console.draft.";

/// What nobody has touched for so long is not wanted any more.
const longestMilliseconds = 30 * 24 * 3_600_000;

/// A browser gives a page some five million; the newest drafts have priority.
const mostCharacters = 1_000_000;

/// `storage` is undefined where the browser refuses it; then nothing is kept.
export function keptDrafts(
  storage: Storage | undefined,
  agentId: string,
  now: () => number = Date.now,
): KeptDrafts {
  const prefix = `${root}${agentId}.`;
  let open = storage;
  const keysWith = (beginning: string): readonly string[] =>
    Object.keys(open ?? {}).filter((key) => key.startsWith(beginning));
  return {
    load: () => {
      prune(open, keysWith(root), now());
      return new Map(
        keysWith(prefix).map((key) => [key.slice(prefix.length), read(open?.getItem(key) ?? null)]),
      );
    },
    change: (conversation, before, after) => {
      const body = bodyOf(after);
      if (JSON.stringify(body) !== JSON.stringify(bodyOf(before))) {
        keep(open, prefix + conversation, body === undefined ? undefined : { at: now(), ...body });
      }
    },
    told: (key, kept) =>
      key?.startsWith(prefix) === true
        ? { conversation: key.slice(prefix.length), draft: read(kept) }
        : undefined,
    clear: () => {
      keysWith(prefix).forEach((key) => open?.removeItem(key));
      open = undefined;
    },
  };
}

/// A draft as it is kept.
interface Body {
  readonly text: string;
  readonly files: readonly Attachment[];
  readonly replyTo?: Quote | undefined;
  readonly tried?: Tried | undefined;
  readonly chosen?: boolean | undefined;
}

/// Undefined where there is nothing to keep.
function bodyOf(draft: ReplyDraft): Body | undefined {
  const { text, replyTo, tried, chosen } = draft;
  const files = readyAttachments(draft);
  const empty = text === "" && files.length === 0 && chosen !== true && replyTo === undefined;
  return empty && tried === undefined ? undefined : { text, files, replyTo, tried, chosen };
}

const isBody: wire.Guard<Body & { readonly at: number }> = wire.shape(
  { at: wire.count, text: wire.text, files: wire.listOf(wire.attachment) },
  {
    replyTo: wire.shape(
      { id: wire.text, sender: wire.sender, preview: wire.text, deleted: wire.flag },
      { author: wire.author },
    ),
    tried: wire.shape({ id: wire.text, content: wire.text }),
    chosen: wire.flag,
  },
);

function read(kept: string | null): ReplyDraft {
  const told = kept === null ? undefined : wire.parse(kept);
  if (!isBody(told)) {
    return emptyDraft;
  }
  const { text, files, replyTo, tried, chosen } = told;
  const uploads = files.map((attachment) => ({
    key: attachment.id,
    name: attachment.name,
    size: attachment.size,
    state: { kind: "ready", attachment } as const,
  }));
  return {
    text,
    uploads,
    ...(replyTo && { replyTo }),
    ...(tried && { tried }),
    ...(chosen === true && { chosen }),
  };
}

/// Removes what is broken, what is old, and the oldest where there is too much.
function prune(storage: Storage | undefined, keys: readonly string[], now: number): void {
  let size = 0;
  const entries = keys.map((key) => {
    const kept = storage?.getItem(key) ?? "";
    const told = wire.parse(kept);
    return { key, length: kept.length, at: isBody(told) ? told.at : 0 };
  });
  for (const { key, length, at } of entries.toSorted((one, other) => other.at - one.at)) {
    size += length;
    if (now - at > longestMilliseconds || size > mostCharacters) {
      storage?.removeItem(key);
    }
  }
}

function keep(storage: Storage | undefined, key: string, kept: object | undefined): void {
  try {
    if (kept === undefined) {
      storage?.removeItem(key);
    } else {
      storage?.setItem(key, JSON.stringify(kept));
    }
  } catch {
    // The storage is full: the draft lives as long as the page.
  }
}
