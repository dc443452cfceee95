import { Button } from "@mantine/core";
import { RotateCw } from "lucide-react";
import { Component, type ReactElement, type ReactNode } from "react";
import { useWords } from "./words";

/// Stands in for a part that could not be drawn: a defect, or a file of an older version that the server no longer has.
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override readonly state: { readonly broken: boolean } = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken(): ReactElement {
  const { t } = useWords();
  return (
    <div className="empty broken" role="alert">
      <p className="empty-title">{t("problem.brokenTitle")}</p>
      <p className="empty-hint">{t("problem.broken")}</p>
      <Button leftSection={<RotateCw size={18} />} onClick={() => window.location.reload()}>
        {t("problem.reload")}
      </Button>
    </div>
  );
}
