import { useNotices } from "../shell/Notices";
import { useTexts, useWords } from "../shell/words";
import { useDraft, useIsNote } from "./DraftsProvider";
import { texts, type TextKey } from "./texts";
import { useUploads } from "./uploads";

/// Adds files to a conversation's draft and says when some have no place. While a note or an edit is written, files
/// would go to the visitor unseen: they are refused, and that is said.
export function useAddFiles(id: string): (files: readonly File[]) => void {
  const { t } = useWords();
  const word = useTexts(texts);
  const show = useNotices();
  const uploads = useUploads(id);
  const refusal = useFilesRefusal(id);
  return (files) => {
    if (refusal !== undefined) {
      show({ text: word(refusal) });
    } else if (uploads.add(files) > 0) {
      show({ text: t("problem.tooManyAttachments") });
    }
  };
}

/// Why no file can be added now.
export function useFilesRefusal(id: string): TextKey | undefined {
  const note = useIsNote(id);
  const { editing } = useDraft(id);
  if (note) {
    return "noFilesInNote";
  }
  return editing === undefined ? undefined : "noFilesInEdit";
}
