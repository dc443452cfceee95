import { Button } from "@mantine/core";
import { RotateCw } from "lucide-react";
import { Component, type ReactElement, type ReactNode } from "react";
import { forgetFailures } from "./part";
import { useWords } from "./words";

interface Props {
  readonly children: ReactNode;
  /// Told instead of words in its place.
  readonly onBroken?: () => void;
}

/// Stands in for a part that could not be drawn: a defect, no network when it was first needed, or a file of an older
/// version that the server no longer has.
export class Boundary extends Component<Props, { readonly broken: boolean }> {
  override readonly state: { readonly broken: boolean } = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(): void {
    forgetFailures();
    this.props.onBroken?.();
  }

  override render(): ReactNode {
    if (!this.state.broken) {
      return this.props.children;
    }
    return this.props.onBroken === undefined ? (
      <Broken onRetry={() => this.setState({ broken: false })} />
    ) : null;
  }
}

function Broken({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <div className="empty broken" role="alert">
      <p className="empty-title">{t("problem.brokenTitle")}</p>
      <p className="empty-hint">{t("problem.broken")}</p>
      <div className="broken-ways">
        <Button leftSection={<RotateCw size={18} />} onClick={() => window.location.reload()}>
          {t("problem.reload")}
        </Button>
        <Button variant="default" onClick={onRetry}>
          {t("problem.retry")}
        </Button>
      </div>
    </div>
  );
}
