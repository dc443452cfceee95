import type { ReactElement } from "react";

/// The product's mark; decoration beside its name.
export function Logo({ size }: { readonly size: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="logo">
      <rect width="32" height="32" rx="8" />
      <path d="M9 10.5A2.5 2.5 0 0 1 11.5 8h9a2.5 2.5 0 0 1 2.5 2.5v7a2.5 2.5 0 0 1-2.5 2.5h-5.2l-4 3.6a.8.8 0 0 1-1.3-.6v-3.1A2.5 2.5 0 0 1 9 17.5z" />
    </svg>
  );
}
