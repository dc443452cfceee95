import type { ChaskConfig, ChaskInstance, ChaskState, ChaskWidgetApi } from "../api";
import type { Chunks, Session } from "../host";
import { version } from "../version";
import { readConfig, type ReadyConfig } from "./config";
import { caught, destroyed, misuse } from "./error";
import { Hub } from "./hub";
import { Life } from "./life";
import { chooseLocale } from "./locale";

/** What the two ways to load the widget differ in. */
export interface Delivery {
  readonly chunks: Chunks;
  /** Origin of the server that gave the script; absent in a bundle. */
  readonly origin?: string;
}

/** The public object: it hands everything to the present life, and keeps what comes before there is one. */
class Widget implements ChaskWidgetApi {
  readonly version: string = version;
  readonly #delivery: Delivery;
  #hub = new Hub();
  #life: Life | undefined;
  #initialised: Promise<ChaskInstance> | undefined;
  #startWanted = false;
  /** Settles what waits for the widget to be ready. */
  #settle: (life: Promise<Life>) => void = () => undefined;
  #soon = this.#wait();

  constructor(delivery: Delivery) {
    this.#delivery = delivery;
  }

  init = (given: ChaskConfig): Promise<ChaskInstance> => {
    if (!globalThis.document) {
      return caught(Promise.reject(misuse("No browser")));
    }
    const config = readConfig(given, this.#delivery.origin);
    if (typeof config === "string") {
      return this.#refuse(given, `Missing or unknown option "${config}"`);
    }
    const { apiKey, organizationId } = this.#life?.config ?? {};
    if (this.#initialised && apiKey === config.apiKey && organizationId === config.organizationId) {
      return this.#initialised;
    }
    return this.#life && !this.#life.stopped
      ? this.#refuse(given, "Call destroy() before init() with another key")
      : this.#begin(config);
  };

  start = (): Promise<void> => {
    this.#startWanted = true;
    this.#start();
    return this.ready();
  };

  ready = (): Promise<void> => this.#ask(async () => undefined);
  open = (): void => this.#act((life) => life.open());
  close = (): void => this.#act((life) => life.close());
  toggle = (): void => this.#act((life) => life.toggle());
  show = (): void => this.#act((life) => life.setVisible(true));
  hide = (): void => this.#act((life) => life.setVisible(false));
  isOpen = (): boolean => this.getState().open;
  isReady = (): boolean => this.getState().ready;
  getUnreadCount = (): number => this.getState().unread;
  on: ChaskInstance["on"] = (event, listener) => this.#hub.on(event, listener);
  once: ChaskInstance["once"] = (event, listener) => this.#hub.on(event, listener, true);
  off: ChaskInstance["off"] = (event, listener) => this.#hub.off(event, listener);
  sendMessage: ChaskInstance["sendMessage"] = (message) => this.#chat((chat) => chat.sendMessage(message));
  identify: ChaskInstance["identify"] = (user) => this.#chat((chat) => chat.identify(user));
  updateUser: ChaskInstance["updateUser"] = (changes) => this.#chat((chat) => chat.updateUser(changes));
  uploadFile: ChaskInstance["uploadFile"] = (file, options) =>
    this.#chat((chat) => chat.uploadFile(file, options));
  logout: ChaskInstance["logout"] = () => this.#chat((chat) => chat.logout());
  setLocale: ChaskInstance["setLocale"] = (locale) => this.#ask((life) => life.setLocale(locale));

  getState = (): ChaskState =>
    this.#life?.getState() ?? {
      ready: false,
      open: false,
      visible: false,
      locale: chooseLocale(),
      unread: 0,
      connection: "idle",
    };

  destroy = (): void => {
    this.#life?.destroy();
    this.#settle(caught(Promise.reject(destroyed())));
    this.#hub = new Hub();
    this.#soon = this.#wait();
    this.#life = this.#initialised = undefined;
    this.#startWanted = false;
  };

  #begin(config: ReadyConfig): Promise<ChaskInstance> {
    if (this.#life) {
      // After a start that failed for good the page may try another key; its listeners stay.
      this.#soon = this.#wait();
    }
    this.#hub.callbacks = config.callbacks ?? {};
    this.#life = new Life(config, this.#hub, this.#delivery.chunks);
    const starts = config.autoStart !== false || this.#startWanted;
    if (starts) {
      this.#start();
    }
    this.#initialised = caught((starts ? this.ready() : Promise.resolve()).then(() => this));
    return this.#initialised;
  }

  #start(): void {
    if (this.#life) {
      this.#settle(this.#life.start());
    }
  }

  #wait(): Promise<Life> {
    return caught(
      new Promise<Life>((resolve) => {
        this.#settle = resolve;
      }),
    );
  }

  /** At once when the widget is ready, in order when it will be. */
  #act(run: (life: Life) => void): void {
    if (this.#life?.ready) {
      run(this.#life);
    } else {
      void this.#ask(async (life) => run(life));
    }
  }

  #ask<T>(run: (life: Life) => Promise<T>): Promise<T> {
    return caught(this.#soon.then(run));
  }

  #chat<T>(run: (session: Session) => Promise<T>): Promise<T> {
    return this.#ask((life) => life.use(run));
  }

  #refuse(config: ChaskConfig, words: string): Promise<never> {
    const error = misuse(words);
    if (!this.#life) {
      this.#hub.callbacks = config?.callbacks ?? {};
    }
    this.#hub.fail(error);
    // oxlint-disable-next-line no-console -- only the page's developer can cure it, and may not listen
    console.error(words);
    return caught(Promise.reject(error));
  }
}

/** Makes the public object. Touches neither page nor browser before `init`. */
export function createWidget(delivery: Delivery): ChaskWidgetApi {
  return new Widget(delivery);
}
