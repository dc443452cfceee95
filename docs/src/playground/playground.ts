import type { ChaskCallbacks, ChaskConfig, ChaskWidgetApi } from "../../../web/widget/src/api/index";

declare global {
  interface Window {
    /** Put there by the widget's script. */
    ChaskWidget?: ChaskWidgetApi;
  }
}

/** The parts of the page that the playground works with. */
interface Parts {
  readonly form: HTMLFormElement;
  readonly options: HTMLTextAreaElement;
  readonly message: HTMLElement;
  readonly log: HTMLElement;
  readonly share: HTMLButtonElement;
}

/** The sandbox organization of this server. */
interface Sandbox {
  readonly apiKey: string;
  readonly organizationId: string;
}

type Options = Readonly<Record<string, unknown>>;

const callbackNames = [
  "onReady",
  "onOpen",
  "onClose",
  "onMessageSent",
  "onMessageReceived",
  "onError",
  "onUserUpdated",
  "onAnalyticsEvent",
  "onMessageStatus",
  "onUnreadCountChanged",
  "onConnectionChanged",
  "onTyping",
] as const satisfies readonly (keyof ChaskCallbacks)[];

/** Makes the playground of a page work. Says so in the page when this server offers none. */
export async function startPlayground(root: HTMLElement): Promise<void> {
  const parts = partsOf(root);
  if (parts === undefined) {
    return;
  }
  const sandbox = await findSandbox();
  const api = sandbox && (await loadWidget());
  if (sandbox === undefined || api === undefined) {
    say(parts, root.dataset["off"]);
    return;
  }
  const initial = parts.options.value;
  parts.options.value = sharedOptions() ?? initial;
  const run = (): void => start(parts, api, sandbox, root.dataset["invalid"]);
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  parts.form.addEventListener("reset", () => {
    queueMicrotask(() => {
      parts.options.value = initial;
      run();
    });
  });
  parts.share.addEventListener("click", () => {
    location.hash = encodeURIComponent(parts.options.value);
    void navigator.clipboard.writeText(location.href).then(() => say(parts, root.dataset["copied"]));
  });
  root.querySelectorAll("button").forEach((button) => {
    button.disabled = false;
  });
  run();
}

function partsOf(root: HTMLElement): Parts | undefined {
  const form = root.querySelector("form");
  const options = root.querySelector("textarea");
  const message = root.querySelector<HTMLElement>("[data-message]");
  const log = root.querySelector<HTMLElement>("[data-log]");
  const share = root.querySelector<HTMLButtonElement>("[data-share]");
  return form && options && message && log && share ? { form, options, message, log, share } : undefined;
}

async function findSandbox(): Promise<Sandbox | undefined> {
  const answer = await fetch("/demo/config.json").catch(() => undefined);
  if (!answer?.ok) {
    return undefined;
  }
  const given: unknown = await answer.json().catch(() => undefined);
  if (!isRecord(given)) {
    return undefined;
  }
  const { apiKey, organizationId } = given;
  return typeof apiKey === "string" && typeof organizationId === "string"
    ? { apiKey, organizationId }
    : undefined;
}

function loadWidget(): Promise<ChaskWidgetApi | undefined> {
  const script = document.createElement("script");
  script.src = "/widget.js";
  return new Promise((resolve) => {
    script.addEventListener("load", () => resolve(window.ChaskWidget));
    script.addEventListener("error", () => resolve(undefined));
    document.head.append(script);
  });
}

function sharedOptions(): string | undefined {
  try {
    const text = decodeURIComponent(location.hash.slice(1));
    return text.startsWith("{") ? text : undefined;
  } catch {
    return undefined;
  }
}

function start(parts: Parts, api: ChaskWidgetApi, sandbox: Sandbox, invalid: string | undefined): void {
  const options = read(parts.options.value);
  parts.options.setAttribute("aria-invalid", String(options === undefined));
  if (options === undefined) {
    say(parts, invalid);
    return;
  }
  say(parts, "");
  parts.log.replaceChildren();
  api.destroy();
  const config: ChaskConfig = { ...options, ...sandbox, callbacks: logging(parts.log) };
  // What init refuses is told by onError too, and so stands in the log.
  api.init(config).catch(() => undefined);
}

function read(text: string): Options | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Options {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** All callbacks, each writing a line. */
function logging(log: HTMLElement): ChaskCallbacks {
  return Object.fromEntries(callbackNames.map((name) => [name, (data?: unknown) => write(log, name, data)]));
}

function write(log: HTMLElement, name: string, data: unknown): void {
  const line = document.createElement("li");
  const title = document.createElement("strong");
  title.textContent = name;
  const time = document.createElement("time");
  time.textContent = new Date().toLocaleTimeString(document.documentElement.lang);
  line.append(time, " ", title);
  if (data !== undefined) {
    const detail = document.createElement("code");
    detail.textContent = JSON.stringify(data, undefined, 1).replaceAll(/\s+/gu, " ");
    line.append(" ", detail);
  }
  log.prepend(line);
}

function say(parts: Parts, text: string | undefined): void {
  parts.message.textContent = text ?? "";
}
