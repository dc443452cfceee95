import type {
  AnalyticsEvent,
  AnalyticsEventType,
  ChaskEventName,
  ChaskEvents,
  ChaskListener,
  WidgetError,
} from "../api";

/** Tells the page what happens: its callback first, then its listeners. */
export class Hub {
  /** The page's functions, by the names of `ChaskCallbacks`. */
  callbacks: object = {};
  /** After its widget has been destroyed the page hears nothing more of it. */
  muted = false;
  readonly #listeners = new Map<ChaskEventName, Map<unknown, unknown>>();

  emit<K extends ChaskEventName>(name: K, ...data: ChaskEvents[K]): void {
    const callback = `on${name.replace(/^./u, (first) => first.toUpperCase()).replace(/^Analytics$/u, "$&Event")}`;
    for (const call of [
      Reflect.get(this.callbacks, callback),
      ...(this.#listeners.get(name)?.values() ?? []),
    ]) {
      try {
        if (!this.muted) {
          call?.(...data);
        }
      } catch (thrown) {
        // What a function of the page throws is the page's to see, and stops nothing here.
        reportError(thrown);
      }
    }
  }

  /** Tells the analytics; for an occurrence that has an event of its own, after that event. */
  track(type: AnalyticsEventType, data?: AnalyticsEvent["data"]): void {
    this.emit("analytics", { type, timestamp: new Date(), ...(data && { data }) });
  }

  fail(error: WidgetError): void {
    const { code, message } = error;
    this.emit("error", error);
    this.track("error_occurred", { code, message });
  }

  /** The result ends it. */
  on<K extends ChaskEventName>(name: K, listener: ChaskListener<K>, once?: boolean): () => void {
    const stop = (): void => this.off(name, listener);
    const call: ChaskListener<K> = (...data) => {
      stop();
      listener(...data);
    };
    const listeners = this.#listeners.get(name) ?? new Map();
    this.#listeners.set(name, listeners.set(listener, once ? call : listener));
    return stop;
  }

  off<K extends ChaskEventName>(name: K, listener?: ChaskListener<K>): void {
    if (listener) {
      this.#listeners.get(name)?.delete(listener);
    } else {
      this.#listeners.delete(name);
    }
  }
}
