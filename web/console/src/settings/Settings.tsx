import { ActionIcon } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { Suspense, useEffect, useRef, type ReactElement } from "react";
import type { Account } from "../account/AccountGate";
import { useDeskTitle } from "../inbox/useDeskTitle";
import { Boundary } from "../shell/Boundary";
import { ConnectionBanner } from "../shell/ConnectionBanner";
import { inboxHref, settingsHref } from "../shell/route";
import { useTexts } from "../shell/words";
import { pagesOf, type Page } from "./pages";
import { PageSkeleton } from "./PageSkeleton";
import { texts } from "./texts";
import "./settings.css";
import "./form/form.css";
import "./table.css";

/// The settings: the list of pages on the left, the chosen page beside it. On a phone one of them at a time.
export function Settings({
  account,
  page,
}: {
  readonly account: Account;
  /// As in the address; unknown and forbidden ones lead to the first.
  readonly page: string | undefined;
}): ReactElement {
  const t = useTexts(texts);
  const pages = pagesOf(account.agent.role);
  const chosen = pages.find(({ id }) => id === page) ?? pages[0];
  useDeskTitle(chosen === undefined ? t("title") : t(chosen.label));
  const main = useRef<HTMLElement>(null);
  useFocusOnPage(main, page);
  return (
    <div className="settings" data-view={page === undefined ? "list" : "page"}>
      <PageList pages={pages} chosen={chosen} />
      <main ref={main} className="settings-main" tabIndex={-1}>
        {chosen === undefined ? null : <ChosenPage key={chosen.id} page={chosen} account={account} />}
      </main>
      <ConnectionBanner />
    </div>
  );
}

const groups = ["own", "organization"] as const;

const groupLabels = { own: "group.own", organization: "group.organization" } as const;

function PageList({
  pages,
  chosen,
}: {
  readonly pages: readonly Page[];
  readonly chosen: Page | undefined;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <nav className="settings-nav" aria-label={t("title")}>
      <header className="column-head">
        <ActionIcon component="a" href={inboxHref} aria-label={t("back")}>
          <ArrowLeft size={20} />
        </ActionIcon>
        <h1 className="settings-title">{t("title")}</h1>
      </header>
      {groups.map((group) => {
        const members = pages.filter((page) => page.group === group);
        return members.length === 0 ? null : (
          <div key={group} className="settings-group">
            <h2 id={`settings-${group}`}>{t(groupLabels[group])}</h2>
            <ul aria-labelledby={`settings-${group}`}>
              {members.map((page) => (
                <PageLink key={page.id} page={page} current={page === chosen} />
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

function PageLink({ page, current }: { readonly page: Page; readonly current: boolean }): ReactElement {
  const t = useTexts(texts);
  const Icon = page.icon;
  return (
    <li>
      <a href={settingsHref(page.id)} aria-current={current ? "page" : undefined}>
        <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
        {t(page.label)}
      </a>
    </li>
  );
}

function ChosenPage({ page, account }: { readonly page: Page; readonly account: Account }): ReactElement {
  const t = useTexts(texts);
  const View = page.view;
  return (
    <>
      <header className="column-head settings-head">
        <ActionIcon
          component="a"
          href={settingsHref()}
          className="settings-to-list"
          aria-label={t("backToList")}
        >
          <ArrowLeft size={20} />
        </ActionIcon>
        <h2 className="settings-title">{t(page.label)}</h2>
      </header>
      <div className="settings-page">
        <Boundary>
          <Suspense fallback={<PageSkeleton />}>
            <View account={account} />
          </Suspense>
        </Boundary>
      </div>
    </>
  );
}

/// On a phone the list goes when a page opens: the focus must not go with it.
function useFocusOnPage(main: { readonly current: HTMLElement | null }, page: string | undefined): void {
  useEffect(() => {
    if (page !== undefined && window.matchMedia("(max-width: 720px)").matches) {
      main.current?.focus();
    }
  }, [main, page]);
}
