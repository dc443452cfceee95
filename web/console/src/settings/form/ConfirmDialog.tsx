import { Button } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { useTexts } from "../../shell/words";
import { texts } from "../texts";
import { FormDialog } from "./FormDialog";
import { ProblemAlert } from "./SaveBar";

/// Asks before something that cannot be undone. Says what will happen; its button names the deed.
export function ConfirmDialog({
  title,
  children,
  action,
  danger = false,
  busy = false,
  disabled = false,
  problem,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly problem?: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <FormDialog title={title} onSubmit={() => (busy ? undefined : onConfirm())} onClose={onClose}>
      {children}
      <ProblemAlert text={problem} />
      <div className="dialog-buttons">
        <Button variant="default" onClick={onClose}>
          {t("form.cancel")}
        </Button>
        <Button
          type="submit"
          disabled={disabled}
          aria-disabled={busy}
          {...(danger ? { className: "danger-button" } : {})}
        >
          {action}
        </Button>
      </div>
    </FormDialog>
  );
}
