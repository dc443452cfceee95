import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MailX } from "lucide-react";
import { useEffect, type ReactElement } from "react";
import { LanguageChoice } from "../account/LanguageChoice";
import { Refusal } from "../settings/request";
import { useRefusal } from "../settings/useRefusal";
import { isLocale } from "../shell/locale";
import { Logo } from "../shell/Logo";
import { usePreferences } from "../shell/preferences";
import { inboxHref } from "../shell/route";
import { usePageTitle } from "../shell/title";
import { useTexts } from "../shell/words";
import { lookAt } from "./api";
import { Join } from "./Join";
import { refusals, texts } from "./texts";
import "../account/account.css";

/// What an invitation's link leads to: a form, or a word on why it leads nowhere.
export function Invitation({ token }: { readonly token: string }): ReactElement {
  const t = useTexts(texts);
  const greeting = useQuery({ queryKey: ["invitation", token], queryFn: () => lookAt(token) });
  useLanguageOf(greeting.data?.locale);
  usePageTitle(t("join"));
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        {greeting.data === undefined ? null : (
          <>
            <Logo size={40} />
            <h1>
              <bdi>{t("title", { organization: greeting.data.organizationName })}</bdi>
            </h1>
            <p className="sign-in-hint">{t("hint", { email: greeting.data.email })}</p>
            <Join token={token} email={greeting.data.email} />
          </>
        )}
        {greeting.error === null ? null : (
          <Trouble error={greeting.error} onRetry={() => void greeting.refetch()} />
        )}
      </div>
      <LanguageChoice />
    </main>
  );
}

function Trouble({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const bad = error instanceof Refusal && ["INVITATION_INVALID", "INVALID_FIELD"].includes(error.reason);
  return (
    <>
      <MailX size={32} className="quiet-icon" aria-hidden="true" />
      <h1>{t(bad ? "badTitle" : "troubleTitle")}</h1>
      <p className="sign-in-hint">{bad ? t("bad") : refusal(error)}</p>
      {bad ? (
        <Button component="a" href={inboxHref} variant="default">
          {t("signIn")}
        </Button>
      ) : (
        <Button onClick={onRetry}>{t("retry")}</Button>
      )}
    </>
  );
}

/// The language that whoever invites has chosen, unless one was chosen on this browser.
function useLanguageOf(locale: string | undefined): void {
  const { preferences, change } = usePreferences();
  const chosen = preferences.locale !== undefined;
  useEffect(() => {
    if (!chosen && isLocale(locale)) {
      change({ locale });
    }
  }, [chosen, locale, change]);
}
