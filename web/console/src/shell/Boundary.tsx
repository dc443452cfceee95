import { Button } from "@mantine/core";
import { RotateCw } from "lucide-react";
import { Component, useRef, type ReactElement, type ReactNode } from "react";
import { useRegionAfter } from "./focusRegion";
import { forgetFailures } from "./part";
import { useWords } from "./words";

interface Props {
  readonly children: ReactNode;
  /// What it is about: something else is tried anew.
  readonly about?: string | undefined;
  /// Told instead of words in its place.
  readonly onBroken?: () => void;
}

interface State {
  readonly broken: boolean;
  readonly about: string | undefined;
}

/// Stands in for a part that could not be drawn: a defect, no network when it was first needed, or a file of an older
/// version that the server no longer has.
export class Boundary extends Component<Props, State> {
  override readonly state: State = { broken: false, about: this.props.about };

  static getDerivedStateFromProps({ about }: Props, shown: State): State | null {
    return about === shown.about ? null : { broken: false, about };
  }

  static getDerivedStateFromError(): Pick<State, "broken"> {
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
  const retry = useRef<HTMLButtonElement>(null);
  useRegionAfter(retry);
  return (
    <div className="empty broken" role="alert">
      <p className="empty-title">{t("problem.brokenTitle")}</p>
      <p className="empty-hint">{t("problem.broken")}</p>
      <div className="broken-ways">
        <Button leftSection={<RotateCw size={18} />} onClick={() => window.location.reload()}>
          {t("problem.reload")}
        </Button>
        <Button ref={retry} variant="default" onClick={onRetry}>
          {t("problem.retry")}
        </Button>
      </div>
    </div>
  );
}
