import { Drawer } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "../shell/words";
import { useOpener } from "../shell/useOpener";

/// The visitor's data over the thread. A file of its own, loaded at its first use: a wide window never needs it.
export function VisitorDrawer({
  onClose,
  children,
}: {
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  useOpener();
  const { t } = useWords();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={320}
      title={t("visitor.title")}
      lockScroll={false}
      closeButtonProps={{ "aria-label": t("visitor.close") }}
    >
      {children}
    </Drawer>
  );
}
