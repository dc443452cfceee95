import type { ChaskConfig } from "../api";

/** Every option there is; the members of those that are objects, behind their names. */
const options: readonly string[] = (
  "apiKey organizationId baseUrl autoStart locale position user getUserToken " +
  "theme theme.mode theme.primaryColor launcher launcher.hidden " +
  "attachments attachments.enabled attachments.accept attachments.maxSize attachments.maxCount callbacks " +
  "Ready Open Close MessageSent MessageReceived Error UserUpdated AnalyticsEvent MessageStatus UnreadCountChanged ConnectionChanged Typing TokenExpiring RatingSubmitted".replaceAll(
    /\w+/gu,
    "callbacks.on$&",
  )
).split(" ");

/** What `init` was told, complete and checked. */
export interface ReadyConfig extends ChaskConfig {
  readonly baseUrl: string;
}

/**
 * A copy that inherits nothing, so that a page that has extended `Object.prototype` gives the widget no options nobody
 * asked for. A string names the option that is missing or unknown.
 */
export function readConfig(given: ChaskConfig, origin: string | undefined): ReadyConfig | string {
  const config: ReadyConfig = Object.assign(Object.create(null), { baseUrl: origin }, given);
  const names = Object.entries({ ...config, user: 0 }).flatMap(([name, value]) => [
    name,
    ...(typeof value === "object" ? Object.keys(value ?? 0).map((member) => `${name}.${member}`) : []),
  ]);
  return (
    names.find((name) => !options.includes(name)) ??
    (["apiKey", "organizationId", "baseUrl"] as const).find((name) => !config[name]) ??
    config
  );
}
