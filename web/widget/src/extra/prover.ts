import type { Answer, VisitorClient } from "@chask/client";
import type { UserConfig } from "../api";
import type { Host, Hub } from "../host";

type Post = (userToken?: string) => Promise<Answer>;

/** Shows who the visitor is: gets identity tokens from the page, and new ones before they end. */
export interface Prover {
  /** Asks for a session with the token there is; with another one, once, when it is refused. */
  prove(post: Post): Promise<Answer>;
  /** The page says who the visitor is. Resolves when the session is his, and the server has his data. */
  identify(user: UserConfig): Promise<UserConfig>;
  /** The visitor logs out: until somebody is identified again, nobody is. */
  forget(): void;
}

/** A token is replaced so long before it ends; at half of its life, if that is shorter. */
const AHEAD = 60_000;
/** Longer than a token may live. */
const LONGEST = 2 ** 31 - 1;

/** What it needs of the widget. */
export interface Surroundings extends Pick<Host, "config" | "signal"> {
  readonly hub: Pick<Hub, "emit">;
}

/** Whenever the client asks for a session, it comes here for the token. */
export function createProver(
  host: Surroundings,
  client: Pick<VisitorClient, "connect" | "getState" | "renew" | "subscribe" | "updateUser">,
): Prover {
  const { getUserToken, user } = host.config;
  let given = user?.token;
  /** The last one the page handed in by itself. */
  let told = given;
  let known = true;
  /** What the present session was opened with. */
  let shown: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(timer);
    known = false;
    given = told = shown = undefined;
  };
  // A logout in another tab is this one's too.
  let had = false;
  const unwatch = client.subscribe(() => {
    const has = client.getState().visitorId !== undefined;
    if (had && !has) {
      forget();
    }
    had = has;
  });
  host.signal.addEventListener("abort", () => {
    clearTimeout(timer);
    unwatch();
  });

  const ask = async (): Promise<string | undefined> => {
    try {
      given = (await getUserToken?.()) || undefined;
    } catch (thrown) {
      // The page's own trouble. The server says what it means to have no token.
      reportError(thrown);
      given = undefined;
    }
    return given;
  };

  const expire = (): void => {
    host.hub.emit("tokenExpiring");
    if (getUserToken) {
      given = undefined;
      void client.renew();
    }
  };

  const watch = (token: string): void => {
    clearTimeout(timer);
    const left = endOf(token) - Date.now();
    if (left > 0) {
      timer = setTimeout(expire, Math.min(left - Math.min(AHEAD, left / 2), LONGEST));
    }
  };

  const show = async (post: Post, token: string | undefined): Promise<Answer> => {
    const answer = await post(token);
    shown = token;
    if (token) {
      watch(token);
    }
    return answer;
  };

  return {
    prove: async (post) => {
      if (!known) {
        return show(post, undefined);
      }
      const fresh = given && endOf(given) > Date.now() ? given : undefined;
      const token = fresh ?? (getUserToken ? await ask() : given);
      try {
        return await show(post, token);
      } catch (thrown) {
        if (!token || token !== fresh || !getUserToken || !isRefusal(thrown)) {
          throw thrown;
        }
        return show(post, await ask());
      }
    },
    identify: async (person) => {
      known = true;
      // What the page hands in may be anything.
      const token: unknown = Object(person).token;
      if (typeof token === "string" && token !== told) {
        given = told = token;
      }
      await client.connect();
      if (given ? given !== shown : !shown && getUserToken) {
        await client.renew();
      }
      return client.updateUser(person);
    },
    forget,
  };
}

function isRefusal(thrown: unknown): boolean {
  return thrown instanceof Error && /^(?:IDENTITY|TOKEN)_/u.test(thrown.message);
}

/** When a token ends, in milliseconds; what cannot be read counts as lasting, for the server to judge. */
function endOf(token: string): number {
  try {
    const payload = token.split(".")[1] ?? "";
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    const end: unknown = Object(claims).exp;
    return typeof end === "number" ? end * 1_000 : Infinity;
  } catch {
    return Infinity;
  }
}
