import type { ReactElement } from "react";
import { ConfirmDialog } from "../settings/form/ConfirmDialog";
import "../settings/form/form.css";
import { useWords } from "../shell/words";

/// Says what a block does before it is done. A file of its own, loaded at its first use.
export function BlockDialog({
  name,
  busy,
  onConfirm,
  onClose,
}: {
  readonly name: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <ConfirmDialog
      title={t("visitor.blockTitle", { name })}
      action={t("visitor.block")}
      danger
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t("visitor.blockText")}</p>
    </ConfirmDialog>
  );
}
