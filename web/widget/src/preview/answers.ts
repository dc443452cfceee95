import type { Wish } from "./wish";

const epoch = "00000000-0000-4000-8000-000000000000";

/** Answers what the widget asks the server, from what is to be shown; everything else with nothing. */
export function answerFetch(wish: () => Wish | undefined): typeof fetch {
  return async (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    switch (pathname) {
      case "/v1/widget/settings":
        return Response.json(wish()?.settings ?? {});
      case "/v1/widget/session":
        return Response.json({
          visitorToken: "preview",
          visitor: { visitorId: epoch },
          conversations: [],
          epoch,
        });
      default:
        return new Response(null, { status: 204 });
    }
  };
}

/** A connection on which everything that is sent arrives, and nobody answers. */
export class QuietSocket extends EventTarget {
  #sequence = 0;

  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(new Event("open")));
  }

  send(text: string): void {
    const frame: { readonly type?: string; readonly id?: string; readonly conversation?: string } =
      JSON.parse(text);
    switch (frame.type ?? "") {
      case "hello":
        this.#tell({
          type: "welcome",
          session: epoch,
          epoch,
          pingSeconds: 25,
          serverTime: new Date().toISOString(),
          limits: { contentCodePoints: 10_000, frameBytes: 65_536, attachments: 10 },
          conversations: [],
        });
        this.#tell({ type: "presence", available: true });
        break;
      case "send":
        this.#sequence += 1;
        this.#tell({
          type: "sent",
          id: frame.id,
          conversation: frame.conversation,
          sequence: this.#sequence,
          timestamp: new Date().toISOString(),
          duplicate: false,
        });
        break;
      case "ping":
        this.#tell({ type: "pong" });
        break;
      default:
        break;
    }
  }

  close(): void {}

  #tell(frame: object): void {
    setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(frame) })));
  }
}
