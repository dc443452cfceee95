import type { InboxCounts } from "@chask/client";
import { ActionIcon, Tooltip } from "@mantine/core";
import { ListFilter } from "lucide-react";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { OnDemand } from "../shell/OnDemand";
import { part } from "../shell/part";
import { useFocusBack } from "../shell/useFocusBack";
import { useWords } from "../shell/words";
import { countOf, mainViews, viewKeys, type Shown, type View } from "./views";

const FilterMenu = part(async () => (await import("./FilterMenu")).FilterMenu);

interface ViewTabsProps {
  readonly shown: Shown;
  readonly counts: InboxCounts | undefined;
  readonly onShow: (shown: Shown) => void;
}

/// Which conversations the list shows: the four views, and a menu with the rest.
export function ViewTabs({ shown, counts, onShow }: ViewTabsProps): ReactElement {
  const { t } = useWords();
  return (
    <div className="inbox-views">
      <div className="views" role="radiogroup" aria-label={t("inbox.status")}>
        {mainViews.map((view) => (
          <ViewTab
            key={view}
            view={view}
            count={countOf(view, counts)}
            chosen={shown.view === view}
            onChoose={() => onShow({ view })}
          />
        ))}
      </div>
      <More shown={shown} counts={counts} onShow={onShow} />
    </div>
  );
}

function ViewTab({
  view,
  count,
  chosen,
  onChoose,
}: {
  readonly view: View;
  readonly count: number | undefined;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}): ReactElement {
  const { t } = useWords();
  const tab = useRef<HTMLLabelElement>(null);
  useEffect(() => {
    if (chosen) {
      tab.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }, [chosen]);
  return (
    <label ref={tab} className="view">
      {/* A click on the chosen one takes away what narrows it; the browser tells of no change then. */}
      <input
        type="radio"
        name="view"
        checked={chosen}
        onChange={onChoose}
        onClick={chosen ? onChoose : undefined}
      />
      <span className="view-name">{t(viewKeys[view])}</span>
      <Count count={count} />
    </label>
  );
}

/// A number as a badge; nothing where there is none to tell.
export function Count({ count }: { readonly count: number | undefined }): ReactElement | null {
  return count === undefined || count === 0 ? null : (
    <span className="view-count">{count > 99 ? "99+" : count}</span>
  );
}

/// The menu is loaded when it is first asked for, therefore open.
function More({ shown, counts, onShow }: ViewTabsProps): ReactElement {
  const [asked, setAsked] = useState(false);
  useFocusBack(asked, ".filter-button");
  const button = <FilterButton shown={shown} onClick={() => setAsked(true)} />;
  return asked ? (
    <OnDemand fallback={button} onClose={() => setAsked(false)}>
      <FilterMenu shown={shown} counts={counts} onShow={onShow} />
    </OnDemand>
  ) : (
    button
  );
}

/// Tells whether the list is narrowed.
export function FilterButton({
  shown,
  onClick,
  ...target
}: {
  readonly shown: Shown;
  readonly onClick: () => void;
}): ReactElement {
  const { t } = useWords();
  const narrowed =
    !mainViews.includes(shown.view) || (shown.tag ?? shown.assignee ?? shown.team) !== undefined;
  return (
    <Tooltip label={t("filter.title")}>
      <ActionIcon
        size={32}
        aria-label={t("filter.title")}
        data-narrowed={narrowed}
        onClick={onClick}
        {...target}
        // The menu would put an empty one in its place.
        className="filter-button"
      >
        <ListFilter size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
