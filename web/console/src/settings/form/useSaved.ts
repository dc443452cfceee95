import { useNotices } from "../../shell/Notices";
import { useTexts } from "../../shell/words";
import { texts } from "../texts";

/// Tells at the foot of the window that something was saved.
export function useSaved(): () => void {
  const show = useNotices();
  const t = useTexts(texts);
  return () => show({ text: t("form.saved") });
}
