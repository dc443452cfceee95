import { Modal } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { useOpener } from "../../shell/useOpener";
import { useTexts } from "../../shell/words";
import { texts } from "../texts";

/// A dialog that is one form. In the page only while it is open; who had the focus before has it again.
export function FormDialog({
  title,
  size = "md",
  closeOnClickOutside = true,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string;
  readonly size?: number | "md";
  readonly closeOnClickOutside?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  useOpener();
  const t = useTexts(texts);
  return (
    <Modal
      opened
      size={size}
      onClose={onClose}
      title={title}
      lockScroll={false}
      closeOnClickOutside={closeOnClickOutside}
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </Modal>
  );
}
