import type { ClipboardEvent } from "react";

/// Takes the files of a clipboard. Office programs put a picture of a text beside it: then the text is meant.
export function pasteFiles(event: ClipboardEvent, onFiles: (files: readonly File[]) => void): void {
  const files = [...event.clipboardData.files];
  if (files.length > 0 && event.clipboardData.getData("text/plain") === "") {
    event.preventDefault();
    onFiles(files);
  }
}
