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
  // Shared: a second window with the same conversation holds it too.
  locks?.request(name, { mode: "shared", signal: ended.signal }, untilEnd).catch(() => undefined);
  return () => ended.abort();
}

/// Says of a conversation whether any tab of this browser has it before somebody's eyes.
export async function lookedAt(
  agentId: string,
  locks: LockManager | undefined,
): Promise<(conversation: string) => boolean> {
  const held = new Set(((await locks?.query())?.held ?? []).map(({ name }) => name));
  return (conversation) => held.has(lockOf(agentId, conversation));
}
