import type { PresenceState } from "@chask/wire";

/** An agent as the others see him. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl?: string;
}

/** How an agent is seen, and what he has chosen himself. Who has no stream open is offline. */
export interface AgentPresence {
  readonly state: PresenceState;
  readonly choice: PresenceState;
}

/** A group of agents among whom conversations are given out. */
export interface Team {
  readonly id: string;
  readonly name: string;
  /** Ids of agents. */
  readonly members: readonly string[];
}

/** What was done with a conversation besides writing in it; visitors are never told. */
export interface WorkEvent {
  /** Its place in the log. */
  readonly number: number;
  readonly kind:
    | "assigned"
    | "unassigned"
    | "routed"
    | "given_back"
    | "moved"
    | "resolved"
    | "reopened"
    | "snoozed"
    | "woken"
    | "rated";
  readonly timestamp: Date;
  /** Who did it; the server itself when absent. */
  readonly actor?: Colleague;
  /** Who got the conversation, or lost it. */
  readonly agent?: Colleague;
  /** The name of the team it was moved to; absent when it was taken from its team. */
  readonly team?: string;
  readonly until?: Date;
  /** What the visitor said of it, from 1 to 5, and in his own words. */
  readonly score?: number;
  readonly comment?: string;
}

/** What agents do with a conversation besides writing in it. */
export interface Work {
  /** Who has it; nobody when absent. */
  readonly assignee?: { readonly id: string; readonly name: string };
  /** Among whose members it is given out. */
  readonly team?: { readonly id: string; readonly name: string };
  /** When it wakes; absent while it is awake. */
  readonly snoozedUntil?: Date;
  readonly tags: readonly string[];
  /** How many notes it has. */
  readonly notes: number;
  /** How many lines its log has. */
  readonly events: number;
  /** A note mentions this agent that he has not seen. */
  readonly mentioned: boolean;
}

/** Agents' words to each other beside a conversation; visitors never see one. */
export interface Note {
  readonly id: string;
  readonly author: Colleague;
  /** Its place in the thread: below the message of this sequence. */
  readonly afterSequence: number;
  readonly content: string;
  /** Ids of agents. */
  readonly mentions: readonly string[];
  readonly timestamp: Date;
  /** It mentions this agent, and he has not seen it. */
  readonly unseen: boolean;
}

export interface NoteDraft {
  /** Stays the same through every retry. */
  readonly id: string;
  readonly content: string;
  readonly mentions: readonly string[];
}
