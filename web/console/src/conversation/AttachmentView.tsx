// What a visitor recorded has no captions that could be offered; its name is its alternative.
/* oxlint-disable jsx-a11y/media-has-caption */
import type { Attachment } from "@chask/client";
import { Download, FileText, ImageOff } from "lucide-react";
import { useState, type ReactElement } from "react";
import { fileSize } from "../shell/format";
import { useWords } from "../shell/words";
import { boxOf, boxStyle } from "./imageBox";
import { safeHref } from "./links";

/// A file of a message: shown in place where the server allows it, else a link to download.
export function AttachmentView({ attachment }: { readonly attachment: Attachment }): ReactElement {
  const href = safeHref(new URL(attachment.url, window.location.href).href);
  if (href === undefined || !attachment.inline) {
    return <FileLink attachment={attachment} href={href} />;
  }
  if (attachment.mimeType.startsWith("image/")) {
    return <ImageView attachment={attachment} href={href} />;
  }
  return <Playable attachment={attachment} href={href} />;
}

function Playable({
  attachment,
  href,
}: {
  readonly attachment: Attachment;
  readonly href: string;
}): ReactElement {
  const { name, mimeType } = attachment;
  if (mimeType.startsWith("video/")) {
    return <video className="attachment-video" src={href} controls preload="metadata" aria-label={name} />;
  }
  if (mimeType.startsWith("audio/")) {
    return <audio className="attachment-audio" src={href} controls preload="metadata" aria-label={name} />;
  }
  return <FileLink attachment={attachment} href={href} />;
}

/// The place of the picture is reserved before it has loaded.
function ImageView({
  attachment,
  href,
}: {
  readonly attachment: Attachment;
  readonly href: string;
}): ReactElement {
  const { t } = useWords();
  const [gone, setGone] = useState(false);
  const { thumbnailUrl } = attachment;
  const small =
    thumbnailUrl === undefined ? undefined : safeHref(new URL(thumbnailUrl, window.location.href).href);
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
    >
      <img
        src={small ?? href}
        alt={t("message.openImage", { name: attachment.name })}
        width={box.width}
        height={box.height}
        onError={() => setGone(true)}
      />
    </a>
  );
}

function FileLink({
  attachment,
  href,
}: {
  readonly attachment: Attachment;
  readonly href: string | undefined;
}): ReactElement {
  const words = useWords();
  const size = fileSize(attachment.size, words);
  return (
    <a
      className="attachment-file"
      href={href}
      download={attachment.name}
      aria-label={words.t("message.download", { name: attachment.name, size })}
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
