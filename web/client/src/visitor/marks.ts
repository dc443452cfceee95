import { count } from "@chask/wire";
import type { Vault } from "../vault/vault";

/** How far this browser profile has told its page, by conversation: `messageReceived` happens once (protocol §5). */
export interface ReceivedMarks {
  /** The mark, which begins at `last` on a new device. What is given is never above `last`; what is kept may be. */
  readonly begin: (conversation: string, last: number, anew: boolean) => Promise<number>;
  /** Moves the mark and gives where it was; what lies between is this tab's to tell. */
  readonly advance: (conversation: string, to: number) => Promise<number>;
}

export function receivedMarks(vault: Vault, key: string): ReceivedMarks {
  const name = (conversation: string): string => `${key}:mark:${conversation}`;
  return {
    begin: async (conversation, last, anew) => {
      // Never lowered: an answer that was long on its way may know less than another tab has told by now.
      const begun = (old: unknown): number => (anew ? last : (known(old) ?? last));
      return Math.min(begun(await vault.update(name(conversation), begun)), last);
    },
    advance: async (conversation, to) =>
      known(await vault.update(name(conversation), (old) => Math.max(known(old) ?? 0, to))) ?? 0,
  };
}

function known(value: unknown): number | undefined {
  return count(value) ? value : undefined;
}
