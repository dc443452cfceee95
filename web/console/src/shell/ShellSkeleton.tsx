import type { ReactElement } from "react";
import { ListSkeleton } from "../inbox/ListSkeleton";
import { useWords } from "./words";
import "./desk.css";

/// The desk before anything is known: its columns at their places, so that nothing shifts when they fill.
export function ShellSkeleton(): ReactElement {
  const { t } = useWords();
  return (
    <div className="desk" data-view="inbox" aria-busy="true">
      <output className="visually-hidden">{t("shell.loading")}</output>
      <div className="inbox">
        <div className="column-head" />
        <div className="inbox-waiting" />
        <ListSkeleton />
      </div>
      <div className="desk-main" />
    </div>
  );
}
