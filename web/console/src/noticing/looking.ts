/// What is looked at in this tab, which knows it also where the browser has no locks: it keeps them for pages over https.
const here = new Set<string>();
const listeners = new Set<(conversation: string) => void>();

/// The lock that a tab holds while its conversation is before somebody's eyes. It is gone with the tab, however that ends.
function lockOf(agentId: string, conversation: string): string {
  return `chask.console.looking.${agentId}.${conversation}`;
}

/// Tells the other tabs that this conversation is looked at, until the result is called.
export function lookAt(agentId: string, conversation: string, locks: LockManager | undefined): () => void {
  const ended = new AbortController();
  const name = lockOf(agentId, conversation);
  const untilEnd = (): Promise<unknown> =>
    new Promise((resolve) => {
      ended.signal.addEventListener("abort", resolve);
    });
  here.add(name);
  listeners.forEach((listener) => listener(conversation));
  // Shared: a second window with the same conversation holds it too.
  locks?.request(name, { mode: "shared", signal: ended.signal }, untilEnd).catch(() => undefined);
  return () => {
    here.delete(name);
    ended.abort();
  };
}

/// Tells of each conversation that comes before somebody's eyes in this tab.
export function onLook(listener: (conversation: string) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/// Says of a conversation whether any tab of this browser has it before somebody's eyes.
export async function lookedAt(
  agentId: string,
  locks: LockManager | undefined,
): Promise<(conversation: string) => boolean> {
  const held = new Set(((await locks?.query())?.held ?? []).map(({ name }) => name));
  return (conversation) => {
    const name = lockOf(agentId, conversation);
    return here.has(name) || held.has(name);
  };
}
