import type { ChaskCallbacks, ChaskConfig, ChaskWidgetApi } from "../../widget/src/api";
import type { Locale } from "./language";

declare global {
  interface Window {
    readonly ChaskWidget?: ChaskWidgetApi;
  }
}

/** What the server says of its demo organization. */
interface DemoConfig {
  readonly organizationId: string;
  readonly apiKey: string;
  readonly baseUrl: string;
}

/** The widget's global, put there by the script tag. */
export function widget(): ChaskWidgetApi {
  if (!window.ChaskWidget) {
    throw new Error("widget.js has not been loaded");
  }
  return window.ChaskWidget;
}

/** Asks the server which organization this page belongs to; undefined when it has none. */
export async function loadConfig(): Promise<DemoConfig | undefined> {
  const response = await fetch("./config.json");
  const value: unknown = response.ok ? await response.json() : undefined;
  return isConfig(value) ? value : undefined;
}

/** The given start call, with a callback for everything. */
export function start(
  config: DemoConfig,
  look: { readonly locale: Locale; readonly mode: "light" | "dark" },
  write: (name: string, data?: unknown) => void,
): void {
  const callbacks: Required<ChaskCallbacks> = {
    onReady: () => write("onReady"),
    onOpen: () => write("onOpen"),
    onClose: () => write("onClose"),
    onMessageSent: (message) => write("onMessageSent", message),
    onMessageReceived: (message) => write("onMessageReceived", message),
    onError: (error) => write("onError", error),
    onUserUpdated: (user) => write("onUserUpdated", user),
    onAnalyticsEvent: (event) => write("onAnalyticsEvent", event),
    onMessageStatus: (change) => write("onMessageStatus", change),
    onUnreadCountChanged: (count) => write("onUnreadCountChanged", count),
    onConnectionChanged: (state) => write("onConnectionChanged", state),
    onTyping: (change) => write("onTyping", change),
    onRatingSubmitted: (rating) => write("onRatingSubmitted", rating),
    onTokenExpiring: () => write("onTokenExpiring"),
  };
  const options: ChaskConfig = {
    apiKey: config.apiKey,
    organizationId: config.organizationId,
    locale: look.locale,
    theme: { mode: look.mode },
    callbacks,
  };
  void widget().init(options);
}

function isConfig(value: unknown): value is DemoConfig {
  return typeof value === "object" && value !== null && "organizationId" in value && "apiKey" in value;
}
