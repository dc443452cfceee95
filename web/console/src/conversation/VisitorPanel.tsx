import { ActionIcon, Skeleton } from "@mantine/core";
import { X } from "lucide-react";
import type { ReactElement } from "react";
import { LoadFailure } from "../shell/LoadFailure";
import { OnDemand } from "../shell/OnDemand";
import { part } from "../shell/part";
import { useTexts, useWords } from "../shell/words";
import type { Panel } from "./ConversationView";
import type { DetailsQuery } from "./details";
import { texts } from "./texts";
import { VisitorData } from "./VisitorData";
import "./visitor.css";

const VisitorDrawer = part(async () => (await import("./VisitorDrawer")).VisitorDrawer);

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
      <OnDemand onClose={panel.close}>
        <VisitorDrawer onClose={panel.close}>
          <Content details={details} />
        </VisitorDrawer>
      </OnDemand>
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
  const t = useTexts(texts);
  const { data, error, isFetching, refetch } = details;
  const outdated = data === undefined ? {} : { what: t("visitorOutdated") };
  const failure =
    error === null ? null : (
      <LoadFailure {...outdated} error={error} isFetching={isFetching} onRetry={() => void refetch()} />
    );
  if (data !== undefined) {
    return (
      <>
        {failure}
        <VisitorData details={data} />
      </>
    );
  }
  if (failure !== null) {
    return failure;
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
