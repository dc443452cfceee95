import { useNotices } from "../shell/Notices";
import { useWords } from "../shell/words";
import { useUploads } from "./uploads";

/// Adds files to a conversation's draft and says when some have no place.
export function useAddFiles(id: string): (files: readonly File[]) => void {
  const { t } = useWords();
  const show = useNotices();
  const uploads = useUploads(id);
  return (files) => {
    if (uploads.add(files) > 0) {
      show({ text: t("problem.tooManyAttachments") });
    }
  };
}
