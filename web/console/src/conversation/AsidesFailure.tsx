import type { ReactElement } from "react";
import { LoadFailure } from "../shell/LoadFailure";
import { useTexts } from "../shell/words";
import type { AsidesLoad } from "./asides";
import { texts } from "./texts";

/// What is missing between the messages: a colleague's note must not be missed without a word.
export function AsidesFailure({ loads }: { readonly loads: readonly AsidesLoad[] }): ReactElement | null {
  const t = useTexts(texts);
  const failed = loads.filter(({ error }) => error !== null);
  const [first] = failed;
  return first === undefined || first.error === null ? null : (
    <LoadFailure
      what={failed.map(({ of }) => t(of === "notes" ? "notesFailed" : "eventsFailed")).join(" ")}
      error={first.error}
      isFetching={failed.some(({ isFetching }) => isFetching)}
      onRetry={() => failed.forEach(({ refetch }) => void refetch())}
    />
  );
}
