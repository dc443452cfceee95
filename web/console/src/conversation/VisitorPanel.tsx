import { ActionIcon, Skeleton } from "@mantine/core";
import { X } from "lucide-react";
import { lazy, Suspense, type ReactElement } from "react";
import { problemText } from "../shell/problems";
import { useWords } from "../shell/words";
import type { Panel } from "./ConversationView";
import type { DetailsQuery } from "./details";
import { VisitorData } from "./VisitorData";
import "./visitor.css";

const VisitorDrawer = lazy(async () => ({ default: (await import("./VisitorDrawer")).VisitorDrawer }));

/// What is known of the visitor: a column where there is room, a drawer over the thread where there is not.
export function VisitorPanel({
  details,
  panel,
}: {
  readonly details: DetailsQuery;
  readonly panel: Panel;
}): ReactElement | null {
  const { t } = useWords();
  if (!panel.beside) {
    return panel.shown ? (
      <Suspense>
        <VisitorDrawer onClose={panel.close}>
          <Content details={details} />
        </VisitorDrawer>
      </Suspense>
    ) : null;
  }
  return panel.shown ? (
    <aside className="visitor" aria-label={t("visitor.title")}>
      <header className="column-head">
        <h2 className="visitor-title">{t("visitor.title")}</h2>
        <span className="fill" />
        <ActionIcon aria-label={t("visitor.close")} onClick={panel.close}>
          <X size={20} />
        </ActionIcon>
      </header>
      <div className="visitor-scroll">
        <Content details={details} />
      </div>
    </aside>
  ) : null;
}

function Content({ details }: { readonly details: DetailsQuery }): ReactElement {
  const words = useWords();
  if (details.data !== undefined) {
    return <VisitorData details={details.data} />;
  }
  if (details.error !== null) {
    return <p className="visitor-problem">{problemText(details.error, words)}</p>;
  }
  return (
    <div aria-busy="true">
      <output className="visually-hidden">{words.t("visitor.loading")}</output>
      {["60%", "80%", "40%", "70%", "50%"].map((width) => (
        <Skeleton key={width} height={14} width={width} mb={20} aria-hidden="true" />
      ))}
    </div>
  );
}
