import { ActionIcon } from "@mantine/core";
import { CircleAlert, FileText, RotateCcw, X } from "lucide-react";
import type { ReactElement } from "react";
import { fileSize } from "../shell/format";
import { problemKey } from "../shell/problems";
import { unreachable } from "../shell/unreachable";
import { useWords } from "../shell/words";
import type { Upload } from "./draft";
import { useUploads, type Uploads } from "./uploads";
import "./uploads.css";

/// The files of a reply that is being written, with their progress.
export function UploadList({
  id,
  uploads,
}: {
  readonly id: string;
  readonly uploads: readonly Upload[];
}): ReactElement | null {
  const { t } = useWords();
  const actions = useUploads(id);
  return uploads.length === 0 ? null : (
    <ul className="uploads" aria-label={t("composer.attachments")}>
      {uploads.map((upload) => (
        <UploadCard key={upload.key} upload={upload} actions={actions} />
      ))}
    </ul>
  );
}

function UploadCard({
  upload,
  actions,
}: {
  readonly upload: Upload;
  readonly actions: Uploads;
}): ReactElement {
  const { t } = useWords();
  const { name, state } = upload;
  return (
    <li className="upload" data-state={state.kind}>
      <UploadPicture upload={upload} />
      <span className="upload-text">
        <bdi className="cut">{name}</bdi>
        <UploadStatus upload={upload} />
      </span>
      {state.kind === "failed" ? (
        <ActionIcon
          size={28}
          aria-label={t("composer.retryUpload", { name })}
          onClick={() => actions.retry(upload)}
        >
          <RotateCcw size={16} />
        </ActionIcon>
      ) : null}
      <ActionIcon
        size={28}
        aria-label={t(state.kind === "uploading" ? "composer.cancelUpload" : "composer.remove", { name })}
        onClick={() => actions.remove(upload.key)}
      >
        <X size={16} />
      </ActionIcon>
    </li>
  );
}

function UploadPicture({ upload }: { readonly upload: Upload }): ReactElement {
  if (upload.preview !== undefined) {
    return <img className="upload-picture" src={upload.preview} alt="" width={36} height={36} />;
  }
  return (
    <span className="upload-picture">
      <FileText size={20} aria-hidden="true" />
    </span>
  );
}

function UploadStatus({ upload }: { readonly upload: Upload }): ReactElement {
  const words = useWords();
  const { state, name, size } = upload;
  switch (state.kind) {
    case "uploading":
      return (
        <progress
          className="upload-progress"
          value={state.progress}
          max={1}
          aria-label={words.t("composer.uploading", { name })}
        />
      );
    case "ready":
      return <small>{fileSize(size, words)}</small>;
    case "failed":
      return (
        <small className="upload-problem" role="alert">
          <CircleAlert size={12} aria-hidden="true" /> {words.t(problemKey(state.code, state.reason))}
        </small>
      );
    default:
      return unreachable(state);
  }
}
