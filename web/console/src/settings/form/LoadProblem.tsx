import type { ReactElement } from "react";
import { RetryButton } from "../../shell/LoadFailure";
import { useWords } from "../../shell/words";
import { refusalText } from "../problems";
import { ProblemAlert } from "./SaveBar";

/// What is looked at of something that was asked for.
export interface Asked {
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

/// Why something could not be loaded, and a way to ask again; nothing when nothing went wrong.
export function LoadProblem({
  of,
  refusal,
}: {
  readonly of: readonly Asked[];
  /// A page's own words; else the console's.
  readonly refusal?: (thrown: unknown) => string | undefined;
}): ReactElement {
  const words = useWords();
  const failed = of.filter(({ error }) => error !== null);
  const [first] = failed;
  const text = first === undefined ? undefined : (refusal?.(first.error) ?? refusalText(first.error, words));
  return (
    <ProblemAlert text={text}>
      <div className="problem-retry">
        <RetryButton
          isFetching={failed.some(({ isFetching }) => isFetching)}
          onRetry={() => failed.forEach(({ refetch }) => void refetch())}
        />
      </div>
    </ProblemAlert>
  );
}
