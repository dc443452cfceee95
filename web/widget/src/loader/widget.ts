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

/**
 * Makes the public object: it hands everything to the present life, and keeps what comes before there is one. Touches
 * neither page nor browser before `init`.
 */
export function createWidget({ chunks, origin }: Delivery): ChaskWidgetApi {
  let hub = new Hub();
  let life: Life | undefined;
  let initialised: Promise<ChaskInstance> | undefined;
  let startWanted = false;
  /** Settles what waits for the widget to be ready. */
  let settle: (ready: Promise<Life>) => void;

  const wait = (): Promise<Life> =>
    caught(
      new Promise((resolve) => {
        settle = resolve;
      }),
    );
  let soon = wait();

  const begin = (config: ReadyConfig): Promise<ChaskInstance> => {
    if (life) {
      // After a start that failed for good the page may try another key; its listeners stay.
      soon = wait();
    }
    hub.callbacks = config.callbacks ?? {};
    life = new Life(config, hub, chunks);
    const starts = config.autoStart !== false || startWanted;
    if (starts) {
      settle(life.start());
    }
    initialised = caught((starts ? ready() : Promise.resolve()).then(() => widget));
    return initialised;
  };

  const refuse = (config: ChaskConfig, words: string): Promise<never> => {
    const error = misuse(words);
    if (!life) {
      hub.callbacks = config?.callbacks ?? {};
    }
    hub.fail(error);
    // oxlint-disable-next-line no-console -- only the page's developer can cure it, and may not listen
    console.error(words);
    return caught(Promise.reject(error));
  };

  const ask = <T>(run: (life: Life) => Promise<T>): Promise<T> => caught(soon.then(run));
  const chat = <T>(run: (session: Session) => Promise<T>): Promise<T> => ask((there) => there.use(run));
  /** At once when the widget is ready, in order when it will be. */
  const act = (run: (life: Life) => void): void => {
    if (life?.ready) {
      run(life);
    } else {
      void ask(async (there) => run(there));
    }
  };

  const ready = (): Promise<void> => ask(async () => undefined);
  const getState = (): ChaskState =>
    life?.getState() ?? {
      ready: false,
      open: false,
      visible: false,
      locale: chooseLocale(),
      unread: 0,
      connection: "idle",
    };

  const widget: ChaskWidgetApi = {
    version,
    init: (given) => {
      if (!globalThis.document) {
        return caught(Promise.reject(misuse("No browser")));
      }
      const config = readConfig(given, origin);
      if (typeof config === "string") {
        return refuse(given, `Missing or unknown option "${config}"`);
      }
      const { apiKey, organizationId } = life?.config ?? {};
      if (initialised && apiKey === config.apiKey && organizationId === config.organizationId) {
        return initialised;
      }
      return life && !life.stopped
        ? refuse(given, "Call destroy() before init() with another key")
        : begin(config);
    },
    start: () => {
      startWanted = true;
      if (life) {
        settle(life.start());
      }
      return ready();
    },
    ready,
    open: () => act((there) => there.open()),
    close: () => act((there) => there.close()),
    toggle: () => act((there) => there.toggle()),
    show: () => act((there) => there.setVisible(true)),
    hide: () => act((there) => there.setVisible(false)),
    isOpen: () => getState().open,
    isReady: () => getState().ready,
    getUnreadCount: () => getState().unread,
    on: (event, listener) => hub.on(event, listener),
    once: (event, listener) => hub.on(event, listener, true),
    off: (event, listener) => hub.off(event, listener),
    sendMessage: (message) => chat((session) => session.sendMessage(message)),
    identify: (user) => chat((session) => session.identify(user)),
    updateUser: (changes) => chat((session) => session.updateUser(changes)),
    uploadFile: (file, options) => chat((session) => session.uploadFile(file, options)),
    logout: () => chat((session) => session.logout()),
    setLocale: (locale) => ask((there) => there.setLocale(locale)),
    getState,
    destroy: () => {
      life?.destroy();
      settle(caught(Promise.reject(destroyed())));
      hub = new Hub();
      soon = wait();
      life = initialised = undefined;
      startWanted = false;
    },
  };
  return widget;
}
