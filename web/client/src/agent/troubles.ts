import type { WidgetError } from "../contract";
import type { EngineOptions } from "../engine/options";
import { failureOf } from "../failure";
import type { Failure, ToError } from "../failure";
import type { Ask } from "../rest";
import { isMessagePage, pathOf } from "./rest";

export interface TroublesOptions {
  readonly ask: Ask;
  readonly toError: ToError;
  readonly onChange: () => void;
}

/** Why what was asked for of a thread is not there. */
export interface Troubles {
  /** By conversation; a new map with each change. */
  readonly all: () => ReadonlyMap<string, WidgetError>;
  readonly failure: (conversation: string) => Failure | undefined;
  readonly note: (conversation: string, failure: Failure) => void;
  /** It is there, or nobody wants it any more. */
  readonly end: (conversation: string) => void;
  /** A page of messages; what goes wrong with it is noted until one comes. */
  readonly page: EngineOptions["page"];
}

export function createTroubles({ ask, toError, onChange }: TroublesOptions): Troubles {
  let all: ReadonlyMap<string, WidgetError> = new Map();
  const failures = new Map<string, Failure>();

  const note = (conversation: string, failure: Failure): void => {
    failures.set(conversation, failure);
    all = new Map([...all, [conversation, toError(failure)]]);
    onChange();
  };
  const end = (conversation: string): void => {
    if (failures.delete(conversation)) {
      all = new Map([...all].filter(([id]) => id !== conversation));
      onChange();
    }
  };

  return {
    all: () => all,
    failure: (conversation) => failures.get(conversation),
    note,
    end,
    page: async (conversation, before) => {
      try {
        const path = `${pathOf(conversation)}/messages?before=${before}`;
        const { messages } = await ask({ method: "GET", path }, isMessagePage);
        end(conversation);
        return messages;
      } catch (thrown) {
        note(conversation, failureOf(thrown));
        throw thrown;
      }
    },
  };
}
