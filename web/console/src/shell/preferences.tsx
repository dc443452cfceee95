import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";
import { isLocale, type Locale } from "./locale";

export type Scheme = "auto" | "light" | "dark";

/// What an agent has chosen on this browser. `public/boot.js` reads the same entry before the first paint.
export interface Preferences {
  /// Absent: the browser's language.
  readonly locale?: Locale;
  readonly scheme: Scheme;
  /// Single-key shortcuts; WCAG 2.1.4 asks that they can be switched off.
  readonly shortcuts: boolean;
  /// Whether a reply can be taken back for a few seconds.
  readonly undoSend: boolean;
  /// Whether the visitor's data stands beside the thread, where there is room.
  readonly visitorPanel: boolean;
}

const storageKey = "chask.console.preferences";

/// Reads what was kept; whatever does not fit is left out.
export function decodePreferences(text: string | null): Preferences {
  const kept = parse(text);
  const locale = isLocale(kept["locale"]) ? { locale: kept["locale"] } : {};
  const scheme = kept["scheme"] === "light" || kept["scheme"] === "dark" ? kept["scheme"] : "auto";
  return {
    ...locale,
    scheme,
    shortcuts: kept["shortcuts"] !== false,
    undoSend: kept["undoSend"] !== false,
    visitorPanel: kept["visitorPanel"] !== false,
  };
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function load(): Preferences {
  try {
    return decodePreferences(localStorage.getItem(storageKey));
  } catch {
    return decodePreferences(null);
  }
}

function keep(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    // Storage is refused: the choice holds for this page only.
  }
}

interface Store {
  readonly preferences: Preferences;
  readonly change: (part: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<Store>({
  preferences: decodePreferences(null),
  change: () => undefined,
});

export function PreferencesProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [preferences, setPreferences] = useState(load);
  useEffect(() => {
    const follow = (event: StorageEvent): void => {
      if (event.key === storageKey) {
        setPreferences(decodePreferences(event.newValue));
      }
    };
    window.addEventListener("storage", follow);
    return () => window.removeEventListener("storage", follow);
  }, []);
  const change = useCallback((part: Partial<Preferences>) => {
    setPreferences((present) => {
      const next = { ...present, ...part };
      keep(next);
      return next;
    });
  }, []);
  const store = useMemo(() => ({ preferences, change }), [preferences, change]);
  return <PreferencesContext value={store}>{children}</PreferencesContext>;
}

export function usePreferences(): Store {
  return useContext(PreferencesContext);
}
