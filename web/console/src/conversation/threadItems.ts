import type { ChatMessage } from "@chask/client";
import { daysBetween } from "../shell/format";

/// A message with what its surroundings say about its look.
export interface ThreadItem {
  readonly message: ChatMessage;
  /// The conversation begins with it.
  readonly begins: boolean;
  /// A new day begins with it.
  readonly newDay: boolean;
  /// It begins a group of one sender; the name stands above it.
  readonly first: boolean;
  /// It ends a group; time and status stand below it.
  readonly last: boolean;
  /// The last of the agents' messages that has been taken by the server, whose status is put in words.
  readonly newestOwn: boolean;
}

const groupMilliseconds = 5 * 60_000;

/// The agent who looks on, and whether the thread is loaded up to its first message.
export interface ThreadLook {
  readonly agentId: string;
  readonly complete: boolean;
}

/// Messages in the order to show, with days and groups. While older ones can still be loaded, the first message gets no
/// day: the one before it may be of the same.
export function threadItems(
  messages: readonly ChatMessage[],
  { agentId, complete }: ThreadLook,
): readonly ThreadItem[] {
  const newestOwn = messages.findLast((message) => message.sender === "agent")?.id;
  return messages.map((message, place) => {
    const before = messages[place - 1];
    const after = messages[place + 1];
    return {
      message,
      begins: before === undefined && complete,
      newDay: before === undefined ? complete : isNewDay(before, message),
      first: before === undefined || !sameGroup(before, message, agentId),
      last: after === undefined || !sameGroup(message, after, agentId),
      newestOwn: message.id === newestOwn,
    };
  });
}

function isNewDay(before: ChatMessage, after: ChatMessage): boolean {
  return daysBetween(before.timestamp, after.timestamp) !== 0;
}

/// Who wrote it. A message that this agent has just sent names no author yet.
function speaker(message: ChatMessage, agentId: string): string {
  return message.sender === "agent" ? (message.author?.id ?? agentId) : message.sender;
}

function sameGroup(before: ChatMessage, after: ChatMessage, agentId: string): boolean {
  return (
    speaker(before, agentId) === speaker(after, agentId) &&
    before.status !== "failed" &&
    !isNewDay(before, after) &&
    after.timestamp.getTime() - before.timestamp.getTime() < groupMilliseconds
  );
}

/// Where the list of a thread begins in the numbers of the virtual list. Older messages that are put before the
/// first lower the number, so that the place in sight stays.
export interface Beginning {
  readonly firstId: string | undefined;
  readonly index: number;
}

/// High enough for any thread; the virtual list refuses numbers below 0.
export const initialBeginning: Beginning = { firstId: undefined, index: 1_000_000 };

export function nextBeginning(present: Beginning, messages: readonly ChatMessage[]): Beginning {
  const firstId = messages[0]?.id;
  if (firstId === present.firstId) {
    return present;
  }
  const added = messages.findIndex((message) => message.id === present.firstId);
  return { firstId, index: added > 0 ? present.index - added : initialBeginning.index };
}
