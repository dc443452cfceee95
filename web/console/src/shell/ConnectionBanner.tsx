import type { Connection } from "@chask/client";
import { CloudOff, RefreshCw, WifiOff } from "lucide-react";
import { useEffect, useState, type ReactElement } from "react";
import { useClientState } from "./client";
import type { Key } from "./locale";
import { unreachable } from "./unreachable";
import { useWords } from "./words";

/// A short cut of the line heals unseen; only a longer one is worth a word.
const patienceMilliseconds = 1500;

/// Says that the connection is lost, and what happens with replies. Lies over the thread, so that nothing shifts.
export function ConnectionBanner(): ReactElement {
  const { t } = useWords();
  const connection = useClientState((state) => state.connection);
  const key = bannerKey(connection);
  const shown = useLasting(key, connection === "offline" ? 0 : patienceMilliseconds);
  return (
    <output className="banner-place">
      {shown === undefined ? null : (
        <span className="banner" data-connection={connection}>
          <BannerIcon connection={connection} />
          <span>{t(shown)}</span>
        </span>
      )}
    </output>
  );
}

/// What to say about a connection; nothing while it works or has not been asked for.
export function bannerKey(connection: Connection): Key | undefined {
  switch (connection) {
    case "idle":
    case "online":
      return undefined;
    case "connecting":
      return "connection.connecting";
    case "reconnecting":
      return "connection.reconnecting";
    case "offline":
      return "connection.offline";
    case "stopped":
      return "connection.stopped";
    default:
      return unreachable(connection);
  }
}

function BannerIcon({ connection }: { readonly connection: Connection }): ReactElement {
  if (connection === "offline") {
    return <WifiOff size={16} aria-hidden="true" />;
  }
  return connection === "stopped" ? (
    <CloudOff size={16} aria-hidden="true" />
  ) : (
    <RefreshCw size={16} aria-hidden="true" />
  );
}

/// The key once it has stood for so long; undefined at once when it goes.
function useLasting(key: Key | undefined, milliseconds: number): Key | undefined {
  const [lasting, setLasting] = useState<Key>();
  useEffect(() => {
    const timer = window.setTimeout(() => setLasting(key), key === undefined ? 0 : milliseconds);
    return () => window.clearTimeout(timer);
  }, [key, milliseconds]);
  return key === undefined ? undefined : lasting;
}
