import type { ChaskConfig } from "../api";

/** Every option there is; the members of those that are objects, behind their names. */
const options: readonly string[] = (
  "apiKey organizationId baseUrl autoStart locale position user " +
  "theme theme.mode theme.primaryColor launcher launcher.hidden " +
  "attachments attachments.enabled attachments.accept attachments.maxSize attachments.maxCount callbacks " +
  "Ready Open Close MessageSent MessageReceived Error UserUpdated AnalyticsEvent MessageStatus UnreadCountChanged ConnectionChanged Typing".replaceAll(
    /\w+/gu,
    "callbacks.on$&",
  )
).split(" ");

/**
 * A copy that inherits nothing, so that a page that has extended `Object.prototype` gives the widget no options nobody
 * asked for. A string names the option that is missing or unknown.
 */
export function readConfig(config: ChaskConfig): ChaskConfig | string {
  const { user: _, ...rest } = config ?? {};
  const names = Object.entries(rest).flatMap(([name, value]) => [
    name,
    ...(typeof value === "object" ? Object.keys(value ?? {}).map((member) => `${name}.${member}`) : []),
  ]);
  const fault =
    names.find((name) => !options.includes(name)) ??
    ["apiKey", "organizationId"].find((name) => !Reflect.get(rest, name));
  return fault ?? Object.assign(Object.create(null), config);
}
