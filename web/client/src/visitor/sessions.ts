import { failureOf } from "../failure";
import type { Ask, Request } from "../rest";
import { sessionOpener } from "./session";
import type { Session, SessionOptions } from "./session";

/** The session in use, and requests in its name. */
export interface Sessions {
  readonly current: () => Session | undefined;
  /** The session in use, else one that begins now; `fresh`: its token was refused. Rejects with `Failed`. */
  readonly obtain: (fresh: boolean) => Promise<Session>;
  /** Asks as this visitor; a refused token is replaced once, silently. */
  readonly ask: Ask;
  /** Forgets the session in use, and whatever attempt is under way. */
  readonly forget: () => void;
}

/** `onSession` is done before anybody else gets the session. */
export function createSessions(
  options: SessionOptions,
  onSession: (session: Session) => Promise<void>,
): Sessions {
  const open = sessionOpener(options);
  let current: Session | undefined;
  let opening: Promise<Session> | undefined;

  const begin = async (): Promise<Session> => {
    const session = await open();
    await onSession(session);
    return session;
  };

  const obtain = (fresh: boolean): Promise<Session> => {
    if (current && !fresh) {
      return Promise.resolve(current);
    }
    if (opening) {
      return opening;
    }
    const mine = begin();
    opening = mine;
    const settle = (session?: Session): void => {
      if (opening === mine) {
        opening = undefined;
        current = session ?? current;
      }
    };
    mine.then(settle, () => settle());
    return mine;
  };

  const ask: Ask = async (request, guard) => {
    const session = await obtain(false);
    try {
      return await options.ask(signed(request, session), guard);
    } catch (thrown) {
      const { code, reason } = failureOf(thrown);
      if (code !== "AUTH_ERROR" || !reason.startsWith("TOKEN_")) {
        throw thrown;
      }
      const renewed = await obtain(current?.token === session.token);
      return options.ask(signed(request, renewed), guard);
    }
  };

  return {
    current: () => current,
    obtain,
    ask,
    forget: () => {
      current = opening = undefined;
    },
  };
}

function signed(request: Request, { token }: Session): Request {
  return { ...request, headers: { authorization: `Bearer ${token}` } };
}
