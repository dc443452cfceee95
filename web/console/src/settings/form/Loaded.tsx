import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "../../shell/words";
import { PageSkeleton } from "../PageSkeleton";
import { refusalText } from "../problems";
import { ProblemAlert } from "./SaveBar";

/// What a page of the settings shows of what it asks for: a skeleton until it is there, or why it is not.
export function Loaded<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}): ReactElement {
  const words = useWords();
  return (
    <>
      <ProblemAlert text={query.error === null ? undefined : refusalText(query.error, words)} />
      {query.isPending ? <PageSkeleton /> : null}
      {query.data === undefined ? null : children(query.data)}
    </>
  );
}
