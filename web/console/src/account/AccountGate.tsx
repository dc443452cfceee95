import { ChatError, type Agent } from "@chask/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import { api } from "../shell/client";
import { ShellSkeleton } from "../shell/ShellSkeleton";
import { useLastingError } from "../shell/useLastingError";
import { forgetAnswers, sessionQuery } from "./session";
import { SignIn } from "./SignIn";
import { Unreachable } from "./Unreachable";

/// The agent who is signed in, and the ways out.
export interface Account {
  readonly agent: Agent;
  readonly signOut: () => Promise<void>;
  /// The server has ended the session: asks to sign in again and says why.
  readonly sessionEnded: () => void;
}

/// Shows the sign-in until an agent is known, then what was asked for.
export function AccountGate({ children }: { readonly children: (account: Account) => ReactNode }): ReactNode {
  const leftRef = useRef<string>(undefined);
  const session = useQuery({
    queryKey: sessionQuery,
    queryFn: async () => {
      const agent = await anotherThan(leftRef.current);
      leftRef.current = agent === null ? leftRef.current : undefined;
      return agent;
    },
    staleTime: Infinity,
  });
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  const leave = useCallback(
    (byServer: boolean) => {
      leftRef.current = queries.getQueryData<Agent | null>(sessionQuery)?.id;
      forgetAnswers(queries);
      setEnded(byServer);
      if (byServer) {
        // Somebody else may have signed in in another tab: then this is his desk now.
        void queries.resetQueries({ queryKey: sessionQuery });
      } else {
        queries.setQueryData(sessionQuery, null);
      }
    },
    [queries],
  );
  const enter = async (agent: Agent): Promise<void> => {
    // Whether somebody else had signed in is asked no more.
    await queries.cancelQueries({ queryKey: sessionQuery });
    leftRef.current = undefined;
    setEnded(false);
    queries.setQueryData(sessionQuery, agent);
  };
  useAskOnce(ended);
  const account = useAccount(session.data ?? undefined, leave);
  if (account !== undefined) {
    return children(account);
  }
  return <Door session={session} ended={ended} onSignedIn={(agent) => void enter(agent)} />;
}

const latestMilliseconds = 3_000;

/// The server ends a session before the browser has the cookie of whoever signs in in another tab.
function useAskOnce(ended: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!ended) {
      return undefined;
    }
    const ask = (): void => void queries.refetchQueries({ queryKey: sessionQuery });
    const timer = window.setTimeout(ask, latestMilliseconds);
    return () => window.clearTimeout(timer);
  }, [ended, queries]);
}

function Door({
  session,
  ended,
  onSignedIn,
}: {
  readonly session: {
    readonly data: Agent | null | undefined;
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly ended: boolean;
  readonly onSignedIn: (agent: Agent) => void;
}): ReactElement {
  const error = useLastingError(session);
  const { refetch } = session;
  const retry = useCallback(() => void refetch(), [refetch]);
  // Who is signing in is not disturbed.
  if (error !== null && session.data === undefined) {
    return <Unreachable error={error} onRetry={retry} />;
  }
  if (session.isPending) {
    return <ShellSkeleton />;
  }
  return <SignIn ended={ended} onSignedIn={onSignedIn} />;
}

function useAccount(agent: Agent | undefined, leave: (byServer: boolean) => void): Account | undefined {
  return useMemo(() => {
    if (agent === undefined) {
      return undefined;
    }
    return {
      agent,
      signOut: async () => {
        await api.signOut();
        leave(false);
      },
      sessionEnded: () => leave(true),
    };
  }, [agent, leave]);
}

/// Who is signed in, unless it is the one whose session has ended: whatever refused him would do so again. Who must set up a
/// second factor first was refused for that, and comes to where it is done.
async function anotherThan(left: string | undefined): Promise<Agent | null> {
  const agent = await currentAgent();
  return agent?.id === left && agent?.secondFactorRequired !== true ? null : agent;
}

async function currentAgent(): Promise<Agent | null> {
  try {
    return await api.currentAgent();
  } catch (thrown) {
    if (thrown instanceof ChatError && thrown.code === "AUTH_ERROR") {
      return null;
    }
    throw thrown;
  }
}
