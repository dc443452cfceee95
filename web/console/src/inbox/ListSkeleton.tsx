import { Skeleton } from "@mantine/core";
import type { ReactElement } from "react";
import "./inbox.css";

/// Rows at their size while the list loads.
export function ListSkeleton({ rows = 8 }: { readonly rows?: number }): ReactElement {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, place) => (
        <div key={place} className="inbox-row">
          <Skeleton circle height={36} width={36} />
          <div className="inbox-row-text">
            <Skeleton height={12} width="45%" mb={8} />
            <Skeleton height={10} width="85%" />
          </div>
        </div>
      ))}
    </div>
  );
}
