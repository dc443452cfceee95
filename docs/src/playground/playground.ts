import type { ChaskCallbacks, ChaskConfig, ChaskWidgetApi } from "../../../web/widget/src/api/index";

import { readCall } from "./call.ts";

declare global {
  interface Window {
    /** Put there by the widget's script. */
    ChaskWidget?: ChaskWidgetApi;
  }
}

/** The parts of the page that the playground works with. */
interface Parts {
  readonly form: HTMLFormElement;
  readonly call: HTMLTextAreaElement;
  readonly message: HTMLElement;
  readonly log: HTMLElement;
  readonly share: HTMLButtonElement;
}

/** The sandbox organization of this server. */
interface Sandbox {
  readonly apiKey: string;
  readonly organizationId: string;
}

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
  // Its script stands before this one in the page.
  const api = window.ChaskWidget;
  if (sandbox === undefined || api === undefined) {
    say(parts, root.dataset["off"]);
    return;
  }
  const initial = parts.call.value;
  parts.call.value = sharedCall() ?? initial;
  const run = (): void => start(parts, api, sandbox, root.dataset["invalid"]);
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  parts.form.addEventListener("reset", () => {
    queueMicrotask(() => {
      parts.call.value = initial;
      run();
    });
  });
  parts.share.addEventListener("click", () => {
    location.hash = encodeURIComponent(parts.call.value);
    void copy(location.href).then((copied) => say(parts, root.dataset[copied ? "copied" : "address"]));
  });
  root.querySelectorAll("button").forEach((button) => {
    button.disabled = false;
  });
  run();
}

function partsOf(root: HTMLElement): Parts | undefined {
  const form = root.querySelector("form");
  const call = root.querySelector("textarea");
  const message = root.querySelector<HTMLElement>("[data-message]");
  const log = root.querySelector<HTMLElement>("[data-log]");
  const share = root.querySelector<HTMLButtonElement>("[data-share]");
  return form && call && message && log && share ? { form, call, message, log, share } : undefined;
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

/** Whether it worked: without TLS a browser offers no clipboard, and it may refuse the one it has. */
async function copy(text: string): Promise<boolean> {
  // The types say that it is always there.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  try {
    await clipboard?.writeText(text);
    return clipboard !== undefined;
  } catch {
    return false;
  }
}

function sharedCall(): string | undefined {
  try {
    const text = decodeURIComponent(location.hash.slice(1));
    return text.includes("ChaskWidget") ? text : undefined;
  } catch {
    return undefined;
  }
}

function start(parts: Parts, api: ChaskWidgetApi, sandbox: Sandbox, invalid: string | undefined): void {
  const reading = readCall(parts.call.value, { ...sandbox, callbacks: logging(parts.log) });
  parts.call.setAttribute("aria-invalid", String("line" in reading));
  if ("line" in reading) {
    say(parts, invalid?.replace("{line}", String(reading.line)));
    return;
  }
  say(parts, "");
  parts.log.replaceChildren();
  api.destroy();
  // Whatever is written, the chat is this server's sandbox and reports to this page's log.
  const config: ChaskConfig = { ...reading.options, ...sandbox, callbacks: logging(parts.log) };
  // What init refuses is told by onError too, and so stands in the log.
  api.init(config).catch(() => undefined);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
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
