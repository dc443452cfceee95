import type { ReactElement, ReactNode } from "react";

/// A part of a page: a heading, a sentence on what it is for, and what can be done.
export function Section({
  title,
  hint,
  aside,
  children,
}: {
  readonly title: string;
  readonly hint?: ReactNode;
  /// Beside the heading, such as a button.
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="section">
      <header className="section-head">
        <div>
          <h3>{title}</h3>
          {hint === undefined ? null : <p className="section-hint">{hint}</p>}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
