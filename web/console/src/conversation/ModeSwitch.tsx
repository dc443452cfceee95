import { Lock, Reply } from "lucide-react";
import type { MouseEvent, ReactElement, ReactNode } from "react";
import { useWords } from "../shell/words";

/// For whom the composer's text is.
export type ComposerMode = "reply" | "note";

/// Between words to the visitor and words to the colleagues.
export function ModeSwitch({
  mode,
  onChange,
  onPoint,
}: {
  readonly mode: ComposerMode;
  /// By keys, which go on to choose.
  readonly onChange: (mode: ComposerMode) => void;
  /// By the pointer, also where it was chosen already.
  readonly onPoint: (mode: ComposerMode) => void;
}): ReactElement {
  const { t } = useWords();
  const option = (own: ComposerMode, icon: ReactNode, name: string): ReactElement => (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the keys are the radio's
    <label className="view" onClick={(event) => (isPointed(event) ? onPoint(own) : undefined)}>
      <input type="radio" name="composer-mode" checked={mode === own} onChange={() => onChange(own)} />
      {icon}
      <span className="view-name">{name}</span>
    </label>
  );
  return (
    <div className="composer-modes" role="radiogroup" aria-label={t("composer.mode")}>
      {option("reply", <Reply size={14} aria-hidden="true" />, t("composer.modeReply"))}
      {option("note", <Lock size={14} aria-hidden="true" />, t("composer.modeNote"))}
    </div>
  );
}

/// A click on the label: it would move the focus to the radio, and click that once more.
function isPointed(event: MouseEvent<HTMLLabelElement>): boolean {
  if (event.target instanceof HTMLInputElement) {
    return false;
  }
  event.preventDefault();
  return true;
}
