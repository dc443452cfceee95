import { Skeleton } from "@mantine/core";
import type { ReactElement } from "react";
import "./inbox.css";
import "./row.css";

interface ListSkeletonProps {
  readonly rows?: number;
  /// Moves nothing: what stands in the page for long, out of sight, would cost every frame its part.
  readonly still?: boolean;
}

/// Rows at their size while the list loads.
export function ListSkeleton({ rows = 8, still = false }: ListSkeletonProps): ReactElement {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, place) => (
        <div key={place} className="inbox-row">
          <Skeleton animate={!still} circle height={36} width={36} />
          <div className="inbox-row-text">
            <Skeleton animate={!still} height={12} width="45%" mb={8} />
            <Skeleton animate={!still} height={10} width="85%" />
          </div>
        </div>
      ))}
    </div>
  );
}
