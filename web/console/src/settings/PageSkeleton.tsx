import { Skeleton } from "@mantine/core";
import type { ReactElement } from "react";
import { useTexts } from "../shell/words";
import { texts } from "./texts";

/// Stands where a page, or what it asks the server for, will be.
export function PageSkeleton(): ReactElement {
  const t = useTexts(texts);
  return (
    <output className="settings-skeleton" aria-busy="true" aria-label={t("loading")}>
      <Skeleton height={16} width={180} />
      <Skeleton height={96} />
      <Skeleton height={16} width={140} />
      <Skeleton height={96} />
    </output>
  );
}
