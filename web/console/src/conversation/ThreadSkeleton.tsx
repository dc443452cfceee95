import { Skeleton } from "@mantine/core";
import type { ReactElement } from "react";
import { useWords } from "../shell/words";

const widths = ["44%", "62%", "38%", "54%", "30%"];

/// Bubbles at their places while a thread loads and while its list looks for its end.
export function ThreadSkeleton(): ReactElement {
  const { t } = useWords();
  return (
    <div className="thread-skeleton" aria-busy="true">
      <output className="visually-hidden">{t("conversation.loading")}</output>
      {widths.map((width, place) => (
        <Skeleton
          key={width}
          className={place % 2 === 0 ? "" : "is-own"}
          height={44}
          width={width}
          radius={16}
          aria-hidden="true"
        />
      ))}
    </div>
  );
}
