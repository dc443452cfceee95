// What a visitor recorded has no captions that could be offered; its name is its alternative.
/* oxlint-disable jsx-a11y/media-has-caption */
import type { Attachment, ChatMessage } from "@chask/client";
import { Download, FileText, ImageOff } from "lucide-react";
import type { ReactElement } from "react";
import { fileSize } from "../shell/format";
import { useWords } from "../shell/words";
import { hrefOf, useFreshLink, useRenew, useSource } from "./fileLinks";
import { boxOf, boxStyle } from "./imageBox";
import "./attachment.css";

interface FileProps {
  readonly attachment: Attachment;
  readonly message: ChatMessage;
}

/// A file of a message: shown in place where the server allows it, else a link to download.
export function AttachmentView({ attachment, message }: FileProps): ReactElement {
  const { inline, mimeType } = attachment;
  if (hrefOf(attachment) === undefined || !inline) {
    return <FileLink attachment={attachment} message={message} />;
  }
  if (mimeType.startsWith("image/")) {
    return <ImageView attachment={attachment} message={message} />;
  }
  return /^(?:video|audio)\//u.test(mimeType) ? (
    <Playable attachment={attachment} message={message} />
  ) : (
    <FileLink attachment={attachment} message={message} />
  );
}

function Playable({ attachment, message }: FileProps): ReactElement {
  const { src, onError, onLoaded } = useSource(attachment, useRenew(message, attachment.id));
  const props = { src, onError, onLoadedMetadata: onLoaded, "aria-label": attachment.name };
  return attachment.mimeType.startsWith("video/") ? (
    <video className="attachment-video" controls preload="metadata" {...props} />
  ) : (
    <audio className="attachment-audio" controls preload="metadata" {...props} />
  );
}

/// The place of the picture is reserved before it has loaded.
function ImageView({ attachment, message }: FileProps): ReactElement {
  const { t } = useWords();
  const renew = useRenew(message, attachment.id);
  const { src, gone, onError, onLoaded } = useSource(attachment, renew, true);
  const href = hrefOf(attachment);
  const link = useFreshLink(href, renew);
  const box = boxOf(attachment.width, attachment.height);
  if (gone) {
    return (
      <span className="attachment-gone" style={boxStyle(box)}>
        <ImageOff size={20} aria-hidden="true" />
        <bdi>{t("message.fileGone", { name: attachment.name })}</bdi>
      </span>
    );
  }
  return (
    <a
      className="attachment-image"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      style={boxStyle(box)}
      {...link}
    >
      <img
        src={src}
        alt={t("message.openImage", { name: attachment.name })}
        width={box.width}
        height={box.height}
        onError={onError}
        onLoad={onLoaded}
      />
    </a>
  );
}

function FileLink({ attachment, message }: FileProps): ReactElement {
  const words = useWords();
  const size = fileSize(attachment.size, words);
  const href = hrefOf(attachment);
  const link = useFreshLink(href, useRenew(message, attachment.id));
  return (
    <a
      className="attachment-file"
      href={href}
      download={attachment.name}
      aria-label={words.t("message.download", { name: attachment.name, size })}
      {...link}
    >
      <FileText size={20} aria-hidden="true" />
      <span className="attachment-file-text">
        <bdi className="cut">{attachment.name}</bdi>
        <small>{size}</small>
      </span>
      <Download size={18} aria-hidden="true" />
    </a>
  );
}
