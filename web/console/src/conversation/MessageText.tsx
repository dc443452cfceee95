import { useMemo, type ReactElement } from "react";
import { linkify } from "./links";

/// A message's text: always text, its links made followable.
export function MessageText({ text }: { readonly text: string }): ReactElement {
  const pieces = useMemo(() => linkify(text), [text]);
  return (
    <p className="message-text" dir="auto">
      {pieces.map((piece, place) =>
        piece.kind === "text" ? (
          piece.text
        ) : (
          <a key={place} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        ),
      )}
    </p>
  );
}
