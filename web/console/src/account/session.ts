import type { QueryClient } from "@tanstack/react-query";

/// Where the agent who is signed in is kept: null when nobody is.
export const sessionQuery: readonly string[] = ["session"];

/// Forgets what was asked for as another agent, or as nobody.
export function forgetAnswers(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery[0] });
}
