import { Button, Modal } from "@mantine/core";
import type { ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { CopyField } from "../form/CopyField";
import { texts as common } from "../texts";
import { texts } from "./texts";
import { useOpener } from "../../shell/useOpener";

/// The recovery codes, this once.
export function KeepCodes({
  codes,
  onClose,
}: {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}): ReactElement {
  useOpener();
  const t = useTexts(texts);
  const word = useTexts(common);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("codesTitle")}
      lockScroll={false}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": word("form.close") }}
    >
      <div className="dialog-form">
        <p>{t("codes")}</p>
        <CopyField label={t("codesCopy")} value={codes.join("\n")} lines={codes.length} />
        <div className="dialog-buttons">
          <Button onClick={onClose}>{t("codesKept")}</Button>
        </div>
      </div>
    </Modal>
  );
}
