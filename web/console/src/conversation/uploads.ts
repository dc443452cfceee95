import { ChatError, type AgentClient } from "@chask/client";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { fileSettingsKey, loadFileSettings } from "../settings/attachments/api";
import { useClient } from "../shell/client";
import { useDrafts } from "./DraftsProvider";
import type { Upload, UploadState } from "./draft";
import type { Drafts } from "./drafts";

/// Files of one message that the protocol allows; an organization may allow fewer.
const maximumFiles = 10;

/// What can be done with the files of a reply.
export interface Uploads {
  /// Gives how many had no place any more.
  readonly add: (files: readonly File[]) => number;
  readonly remove: (key: string) => void;
  readonly retry: (upload: Upload) => void;
}

/// Outlives the view: an upload goes on while the agent looks at another conversation.
const running = new Map<string, AbortController>();

/// The uploads of one conversation's draft.
export function useUploads(conversation: string): Uploads {
  const client = useClient();
  const drafts = useDrafts();
  const policy = useQuery({ queryKey: fileSettingsKey, queryFn: loadFileSettings, staleTime: 60_000 });
  const most = policy.data?.maxCount ?? maximumFiles;
  const begin = useCallback(
    (upload: Upload) => void transfer(client, drafts, conversation, upload),
    [client, drafts, conversation],
  );
  return useMemo(
    () => ({
      add: (files) => {
        const room = most - drafts.get(conversation).uploads.length;
        const added = files.slice(0, Math.max(0, room)).map(toUpload);
        drafts.change(conversation, (draft) => ({ ...draft, uploads: [...draft.uploads, ...added] }));
        added.forEach(begin);
        return files.length - added.length;
      },
      remove: (key) => {
        running.get(key)?.abort();
        drafts.change(conversation, (draft) => {
          forget(draft.uploads.find((upload) => upload.key === key));
          return { ...draft, uploads: draft.uploads.filter((upload) => upload.key !== key) };
        });
      },
      retry: begin,
    }),
    [drafts, conversation, begin, most],
  );
}

/// Lets the browser drop the picture behind a preview.
export function forget(upload: Upload | undefined): void {
  if (upload?.preview !== undefined) {
    URL.revokeObjectURL(upload.preview);
  }
}

let made = 0;

function toUpload(file: File): Upload {
  made += 1;
  const preview = /^image\/(?:png|jpeg|gif|webp)$/.test(file.type)
    ? { preview: URL.createObjectURL(file) }
    : {};
  return {
    key: `upload-${made}`,
    name: file.name,
    size: file.size,
    file,
    ...preview,
    state: { kind: "uploading", progress: 0 },
  };
}

async function transfer(
  client: AgentClient,
  drafts: Drafts,
  conversation: string,
  { key, file }: Upload,
): Promise<void> {
  if (file === undefined) {
    return;
  }
  const abort = new AbortController();
  running.set(key, abort);
  const tell = (state: UploadState): void => setState(drafts, conversation, key, state);
  tell({ kind: "uploading", progress: 0 });
  try {
    const attachment = await client.uploadFile(file, {
      signal: abort.signal,
      onProgress: (loaded, total) => tell({ kind: "uploading", progress: total > 0 ? loaded / total : 0 }),
    });
    tell({ kind: "ready", attachment });
  } catch (thrown) {
    tell(failure(thrown));
  } finally {
    running.delete(key);
  }
}

function failure(thrown: unknown): UploadState {
  return thrown instanceof ChatError
    ? { kind: "failed", code: thrown.code, reason: thrown.details.reason }
    : { kind: "failed", code: "SEND_ERROR", reason: "UNKNOWN" };
}

/// An upload that was removed meanwhile stays removed.
function setState(drafts: Drafts, conversation: string, key: string, state: UploadState): void {
  drafts.change(conversation, (draft) => ({
    ...draft,
    uploads: draft.uploads.map((upload) => (upload.key === key ? { ...upload, state } : upload)),
  }));
}
