export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly conversations: number;
}

/** A piece of a text that was found; `hit`: it is what was looked for. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

/** The organization's rule for changes of messages. */
export interface MessagePolicy {
  readonly changeMinutes: number;
}

/** What shall become of a stored message. */
export interface MessageChange {
  readonly conversationId: string;
  readonly messageId: string;
  /** The new text; null deletes the message. */
  readonly content: string | null;
}
