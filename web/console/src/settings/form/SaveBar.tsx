import { Alert, Button } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useTexts } from "../../shell/words";
import { texts } from "../texts";

/// What went wrong, in words; nothing when nothing did.
export function ProblemAlert({
  text,
  children,
}: {
  readonly text: string | undefined;
  /// What can be done about it.
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="problem-place">
      {text === undefined ? null : (
        <Alert color="red" icon={<CircleAlert size={20} />}>
          {text}
          {children}
        </Alert>
      )}
    </div>
  );
}

/// The end of a form: the problem, the button that saves, and the way back to what was saved. The button is never disabled
/// for the browser: it would lose the focus by having saved.
export function SaveBar({
  label,
  dirty,
  saving,
  problem,
  onReset,
  sticky = false,
}: {
  /// Not given: "Save".
  readonly label?: ReactNode;
  /// Whether there is something to save.
  readonly dirty: boolean;
  readonly saving: boolean;
  readonly problem: string | undefined;
  readonly onReset?: () => void;
  /// Stays in sight at the foot of a long page while there is something to save.
  readonly sticky?: boolean;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <div className="save-bar" data-sticky={sticky && dirty}>
      <ProblemAlert text={problem} />
      <div className="save-buttons">
        <Button
          type="submit"
          data-disabled={!dirty}
          aria-disabled={!dirty || saving}
          onClick={(press) => (dirty && !saving ? undefined : press.preventDefault())}
        >
          {saving ? t("form.saving") : (label ?? t("form.save"))}
        </Button>
        {onReset !== undefined && dirty && !saving ? (
          <Button variant="subtle" color="gray" onClick={onReset}>
            {t("form.reset")}
          </Button>
        ) : null}
        {sticky && dirty && !saving ? <span className="save-state">{t("form.unsaved")}</span> : null}
      </div>
    </div>
  );
}
