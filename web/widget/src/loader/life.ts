import type { ChaskConfig, ChaskState, Locale, WidgetError } from "../api";
import type { Chunks, Host, LookModule, Panel, Session } from "../host";
import type { ReadyConfig } from "./config";
import { caught, destroyed, Refusal, widgetError } from "./error";
import type { Hub } from "./hub";
import { labels } from "./labels";
import { chooseLocale } from "./locale";
import { pause, persist, type Persistence } from "./persist";
import { fetchSettings } from "./settings";
import type { WidgetSettings } from "../settings";
import { createShell, type FullShell } from "./shell";

/** One widget from `init` to `destroy`. */
export class Life implements Host, Persistence {
  readonly config: ChaskConfig;
  readonly hub: Hub;
  chunks: Chunks;
  readonly baseUrl: string;
  readonly shell: FullShell = createShell();
  readonly reported: Set<string> = new Set();
  settings: WidgetSettings | undefined;
  locale: Locale;
  ready = false;
  /** It has stopped before it was ready, or was destroyed, and will not try again. */
  stopped = false;
  isOpen = false;
  #unread = 0;
  #session: Session | undefined;
  #panel: Panel | undefined;
  #started: Promise<Life> | undefined;
  #sessionSoon: Promise<Session> | undefined;
  #panelSoon: Promise<Panel> | undefined;
  readonly #stop = new AbortController();
  readonly signal: AbortSignal = this.#stop.signal;

  constructor(config: ReadyConfig, hub: Hub, chunks: Chunks) {
    this.config = config;
    this.hub = hub;
    this.chunks = chunks;
    this.baseUrl = config.baseUrl.replace(/\/+$/u, "");
    this.locale = chooseLocale(config.locale);
  }

  /** Resolves when the widget is ready; rejects when it never will be. */
  start(): Promise<Life> {
    this.#started ??= caught(this.#begin());
    return this.#started;
  }

  /** Does something with the session as soon as there is one; nothing once the widget is destroyed. */
  use<T>(run: (session: Session) => T | Promise<T>): Promise<T> {
    this.#sessionSoon ??= this.persist(async () => {
      const { startSession } = await this.chunks("session");
      this.#session = await startSession(this);
      return this.#session;
    });
    return caught(
      this.#sessionSoon.then((session) => {
        if (this.stopped) {
          throw destroyed();
        }
        return run(session);
      }),
    );
  }

  open(): void {
    this.setVisible(true);
    if (!this.isOpen) {
      this.isOpen = true;
      this.#prefetch();
      void this.use((session) => session.connect());
      void caught(this.#needPanel().then(() => this.#show()));
    }
  }

  close(): void {
    this.isOpen = false;
    this.#show();
  }

  toggle(): void {
    if (this.isOpen) {
      this.close();
    } else {
      this.open();
    }
  }

  setVisible(visible: boolean): void {
    if (!visible) {
      this.close();
    }
    this.shell.host.hidden = !visible;
  }

  setUnread(count: number): void {
    this.#unread = count;
    this.shell.host.lang = this.locale;
    this.shell.setLabel(labels[this.locale][0], count > 99 ? "99+" : count ? String(count) : "");
    if (count) {
      void this.#needPanel();
    }
  }

  report(error: WidgetError): void {
    if (!this.reported.has(error.code)) {
      this.hub.fail(error);
    }
  }

  /** For the loads: an outage the client has told of is not told again. */
  tell(error: WidgetError): void {
    this.shell.setLabel(error.message, "!");
    if (this.#session?.client.getState().error?.code !== error.code) {
      this.hub.fail(error);
    }
  }

  /** A browser cannot tell why a request got no answer, only whether it believes to be online. */
  explain(thrown: unknown): WidgetError {
    if (this.signal.aborted) {
      return destroyed();
    }
    const [, unreachable, refused] = labels[this.locale];
    const { onLine } = navigator;
    const refusal =
      thrown instanceof Refusal
        ? thrown
        : new Refusal(onLine ? "CONNECTION_ERROR" : "NETWORK_ERROR", onLine ? "UNREACHABLE" : "OFFLINE");
    return widgetError(refusal, refusal.retryable ? unreachable : refused, this.baseUrl);
  }

  async setLocale(wanted: Locale | "auto"): Promise<void> {
    const locale = chooseLocale(wanted, this.settings?.locales);
    // A session that is on its way has taken the words of the language there was.
    await this.persist(async () => (await this.#sessionSoon)?.setLocale(locale));
    this.locale = locale;
    this.setUnread(this.#unread);
  }

  getState(): ChaskState {
    const { ready, isOpen: open, stopped, locale } = this;
    const { unread = 0, connection = stopped ? "stopped" : "idle" } = this.#session?.client.getState() ?? {};
    return { ready, open, visible: ready && !this.shell.host.hidden, locale, unread, connection };
  }

  destroy(): void {
    this.hub.muted = this.stopped = true;
    this.#stop.abort();
    this.shell.host.remove();
  }

  async #begin(): Promise<Life> {
    let look: LookModule | undefined;
    try {
      this.settings = await this.persist(() => fetchSettings(this.config, this.baseUrl, this.signal));
      look = this.settings.look && (await this.persist(() => this.chunks("look")));
      await this.persist(async () => document.body ?? pause(2 ** 31 - 1, "DOMContentLoaded", this.signal));
    } catch (thrown) {
      this.stopped = true;
      throw thrown;
    }
    this.#enter();
    look?.adorn(this);
    this.ready = true;
    this.hub.emit("ready");
    this.hub.track("widget_loaded");
    const { user } = this.config;
    if (user || hasKeptSession(this.config)) {
      void this.use<unknown>((session) => {
        session.connect();
        return user && session.identify(user);
      });
    }
    return this;
  }

  /** Puts the launcher into the page. */
  #enter(): void {
    const { config, settings, shell } = this;
    const side = config.position ?? settings?.theme.position;
    const colors = [config.theme?.primaryColor, settings?.theme.primaryColor];
    shell.setLook(side === "left" ? side : "right", colors.find(isColor) ?? "#3b5bdb");
    this.locale = chooseLocale(config.locale, settings?.locales);
    this.setUnread(0);
    const { launcher } = shell;
    launcher.hidden = !!config.launcher?.hidden;
    const prefetch = (): void => this.#prefetch();
    launcher.addEventListener("click", () => this.toggle());
    launcher.addEventListener("pointerenter", prefetch);
    launcher.addEventListener("focus", prefetch);
    document.body.append(shell.host);
  }

  /** Gets the files, and starts nothing. */
  #prefetch(): void {
    void caught(Promise.all((["session", "panel", this.locale] as const).map((name) => this.chunks(name))));
  }

  /** After the session, so that one outage is one failure; `#prefetch` gets both files at the same time. */
  #needPanel(): Promise<Panel> {
    this.#panelSoon ??= this.use((session) =>
      this.persist(async () => {
        const { mountPanel } = await this.chunks("panel");
        this.#panel = mountPanel(this, session);
        return this.#panel;
      }),
    );
    return this.#panelSoon;
  }

  /** Brings the window into line with what was asked for, and tells of the change. */
  #show(): void {
    const { isOpen } = this;
    if (this.#panel && this.#panel.isOpen !== isOpen) {
      this.shell.launcher.ariaExpanded = String(isOpen);
      this.#panel.setOpen(isOpen);
      this.hub.emit(isOpen ? "open" : "close");
      this.hub.track(isOpen ? "widget_opened" : "widget_closed");
    }
  }

  persist<T>(task: () => Promise<T>): Promise<T> {
    return caught(
      persist(task, this).then((result) => {
        // Takes back what an outage has put there.
        this.setUnread(this.#unread);
        return result;
      }),
    );
  }
}

function isColor(value = ""): boolean {
  return /^#([\da-f]{3}){1,2}$/i.test(value);
}

/** Whether this browser holds a session in which something was written; item and member are the client's `Kept`. */
function hasKeptSession({ organizationId, apiKey }: ChaskConfig): boolean {
  try {
    return /"talked":true/.test(localStorage.getItem(`chask:${organizationId}:${apiKey}`) ?? "");
  } catch {
    return false;
  }
}
