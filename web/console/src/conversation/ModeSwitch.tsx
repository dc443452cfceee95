import { Lock, Reply } from "lucide-react";
import type { ReactElement } from "react";
import { useWords } from "../shell/words";

/// For whom the composer's text is.
export type ComposerMode = "reply" | "note";

/// Between words to the visitor and words to the colleagues.
export function ModeSwitch({
  mode,
  onChange,
}: {
  readonly mode: ComposerMode;
  readonly onChange: (mode: ComposerMode) => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <div className="composer-modes" role="radiogroup" aria-label={t("composer.mode")}>
      <label className="view">
        <input
          type="radio"
          name="composer-mode"
          checked={mode === "reply"}
          onChange={() => onChange("reply")}
        />
        <Reply size={14} aria-hidden="true" />
        <span className="view-name">{t("composer.modeReply")}</span>
      </label>
      <label className="view">
        <input
          type="radio"
          name="composer-mode"
          checked={mode === "note"}
          onChange={() => onChange("note")}
        />
        <Lock size={14} aria-hidden="true" />
        <span className="view-name">{t("composer.modeNote")}</span>
      </label>
    </div>
  );
}
