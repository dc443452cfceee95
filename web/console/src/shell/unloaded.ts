import type { Notice } from "./Notices";
import type { Words } from "./words";

const reload = (): void => window.location.reload();

/// What is told of a part that did not come. With a network it is mostly of a version that the server no longer has.
export function unloadedNotice({ t }: Words): Notice {
  return navigator.onLine
    ? { text: t("problem.brokenTitle"), action: { label: t("problem.reload"), run: reload } }
    : { text: t("problem.offline") };
}
