import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { PageSkeleton } from "../PageSkeleton";
import { LoadProblem } from "./LoadProblem";

/// What a page of the settings shows of what it asks for: a skeleton until it is there, or why it is not. What was there
/// stays when it cannot be asked for again.
export function Loaded<T>({
  query,
  refusal,
  children,
}: {
  readonly query: UseQueryResult<T>;
  /// The page's own words for a failure.
  readonly refusal?: (thrown: unknown) => string | undefined;
  readonly children: (data: T) => ReactNode;
}): ReactElement {
  return (
    <>
      <LoadProblem of={[query]} {...(refusal === undefined ? {} : { refusal })} />
      {query.isPending ? <PageSkeleton /> : null}
      {query.data === undefined ? null : children(query.data)}
    </>
  );
}
