import { Button } from "@mantine/core";
import { RotateCw } from "lucide-react";
import { useRef, type ReactElement } from "react";
import { useRegionAfter } from "./focusRegion";
import { problemText } from "./problems";
import { useWords } from "./words";
import "./loadFailure.css";

interface RetryProps {
  /// It is being asked for.
  readonly isFetching: boolean;
  readonly onRetry: () => void;
}

/// Why something is not there, or not as it is now, and a way to ask for it again. What was there stays beside it.
export function LoadFailure({
  what,
  error,
  isFetching,
  onRetry,
}: RetryProps & {
  /// What is not there, where its place does not say it.
  readonly what?: string;
  readonly error: Error;
}): ReactElement {
  const words = useWords();
  const why = problemText(error, words);
  return (
    <div className="load-failure" role="alert">
      <p>{what === undefined ? why : `${what} ${why}`}</p>
      <RetryButton isFetching={isFetching} onRetry={onRetry} />
    </div>
  );
}

/// Not disabled for the browser while it asks: it would lose the focus by having been pressed. When it goes because all has
/// come, the focus goes to what stands around it.
export function RetryButton({ isFetching, onRetry }: RetryProps): ReactElement {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useRegionAfter(button);
  return (
    <Button
      ref={button}
      variant="default"
      size="xs"
      leftSection={<RotateCw size={16} />}
      aria-disabled={isFetching}
      onClick={isFetching ? undefined : onRetry}
    >
      {t("problem.retry")}
    </Button>
  );
}
