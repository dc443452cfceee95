import { Button, Modal } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { useTexts } from "../../shell/words";
import { texts } from "../texts";
import { ProblemAlert } from "./SaveBar";
import { useOpener } from "../../shell/useOpener";

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
  useOpener();
  const t = useTexts(texts);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      lockScroll={false}
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) {
            onConfirm();
          }
        }}
      >
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
      </form>
    </Modal>
  );
}
