import type { Socket } from "../../src/environment";

type Handlers = {
  open: (() => void)[];
  message: ((event: { readonly data: unknown }) => void)[];
  close: ((event: { readonly code: number }) => void)[];
};

/** The client's end. What it writes goes to `onText`; whoever closes, `onGone` tells the server once. */
export class FakeSocket implements Socket {
  readonly #handlers: Handlers = { open: [], message: [], close: [] };
  #state: "new" | "open" | "closed" = "new";
  /** How events reach the page; a frozen one gets them later. */
  gate: (run: () => void) => void = (run) => run();
  onText: (text: string) => void = () => undefined;
  onGone: () => void = () => undefined;

  addEventListener(type: "open", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { readonly code: number }) => void): void;
  addEventListener<K extends keyof Handlers>(type: K, listener: Handlers[K][number]): void {
    const list: Handlers[K][number][] = this.#handlers[type];
    list.push(listener);
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  send(text: string): void {
    if (this.#state === "open") {
      this.onText(text);
    }
  }

  close(): void {
    this.#end();
  }

  accept(): void {
    if (this.#state === "new") {
      this.#state = "open";
      this.gate(() => this.#handlers.open.forEach((listener) => listener()));
    }
  }

  deliver(text: string): void {
    if (this.#state === "open") {
      this.gate(() => this.#handlers.message.forEach((listener) => listener({ data: text })));
    }
  }

  /** Broken or refused: the client hears the code, the server that it is gone. */
  break(code: number): void {
    if (this.#state !== "closed") {
      this.#end();
      this.gate(() => this.#handlers.close.forEach((listener) => listener({ code })));
    }
  }

  /** The client's page is gone: it hears nothing any more. */
  sever(): void {
    this.#end();
    this.#handlers.message.length = 0;
    this.#handlers.close.length = 0;
  }

  #end(): void {
    if (this.#state !== "closed") {
      this.#state = "closed";
      this.onGone();
    }
  }
}
