import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  lazy,
  Suspense,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from "react";
import { AccountGate } from "../account/AccountGate";
import { Boundary } from "./Boundary";
import { chooseLocale, type Locale } from "./locale";
import { NoticesProvider } from "./Notices";
import { PreferencesProvider, usePreferences, type Scheme } from "./preferences";
import { useRoute } from "./route";
import { theme } from "./theme";
import { useFilesKeptOut } from "./useFilesKeptOut";
import { WordsProvider } from "./words";
import { Workspace } from "./Workspace";

const Invitation = lazy(async () => ({ default: (await import("../invitation/Invitation")).Invitation }));

/// The console: preferences, languages and theme around the gate that asks for a sign-in.
export function App(): ReactElement {
  useFilesKeptOut();
  return (
    <PreferencesProvider>
      <Appearance>
        <Entrance />
      </Appearance>
    </PreferencesProvider>
  );
}

/// Who comes with an invitation is asked to accept it, whoever is signed in; everybody else meets the gate.
function Entrance(): ReactElement {
  const route = useRoute();
  return route.view === "invitation" ? (
    <Suspense>
      <Invitation token={route.token} />
    </Suspense>
  ) : (
    <AccountGate>{(account) => <Workspace account={account} />}</AccountGate>
  );
}

function Appearance({ children }: { readonly children: ReactNode }): ReactElement {
  const { preferences } = usePreferences();
  const locale = chooseLocale(preferences.locale, navigator.languages);
  const scheme = useScheme(preferences.scheme);
  const queries = useQueries();
  useDocumentLanguage(locale);
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <WordsProvider locale={locale}>
          <Boundary>
            <NoticesProvider>{children}</NoticesProvider>
          </Boundary>
        </WordsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function useQueries(): QueryClient {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            retry: false,
            refetchOnWindowFocus: false,
            refetchOnReconnect: true,
            networkMode: "always",
          },
          // Without a network a wish is refused at once, and taken back before the agent's eyes. To wait for the network
          // and then do what was wished for long ago would surprise everybody.
          mutations: { networkMode: "always" },
        },
      }),
  );
  return queries;
}

function useDocumentLanguage(locale: Locale): void {
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
}

function useScheme(chosen: Scheme): "light" | "dark" {
  const dark = useMemo(() => window.matchMedia("(prefers-color-scheme: dark)"), []);
  const systemIsDark = useSyncExternalStore(
    (changed) => {
      dark.addEventListener("change", changed);
      return () => dark.removeEventListener("change", changed);
    },
    () => dark.matches,
  );
  if (chosen !== "auto") {
    return chosen;
  }
  return systemIsDark ? "dark" : "light";
}
