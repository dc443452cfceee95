import type { Draft } from "../contract";

/** The part of an agent's client that has to do with taking messages back. */
export interface Holding {
  /**
   * As `sendMessage`, but it can be taken back for so long; until then it stands in its thread as sending, and in `held`.
   * Gives its id. It goes at once when the page goes, or when a later message would overtake it.
   */
  readonly holdMessage: (draft: Draft, milliseconds: number) => string;
  /** Gives what the message was; undefined when it is on its way. */
  readonly takeBackMessage: (messageId: string) => Draft | undefined;
  /** Sends at once what is held, of one conversation or of all. */
  readonly sendHeldMessages: (conversationId?: string) => void;
}
