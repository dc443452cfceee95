import { isOver, type News, type ToldRow } from "./notices";

/// What this tab has put on the screen, where it stands until somebody takes it off: at the end of a day that would be a
/// pile of what was done long ago.
export interface Standing {
  readonly put: (news: News, close: () => void) => void;
  /// Takes off what a row tells is over.
  readonly follow: (row: ToldRow) => void;
  /// Takes off what was told of a conversation: it is before the agent's eyes.
  readonly look: (conversation: string) => void;
}

/// One a conversation: the later takes the place of the earlier.
export function createStanding(agentId: string): Standing {
  const standing = new Map<string, { readonly news: News; readonly close: () => void }>();
  const look = (conversation: string): void => {
    standing.get(conversation)?.close();
    standing.delete(conversation);
  };
  return {
    put: (news, close) => void standing.set(news.row.id, { news, close }),
    follow: (row) => {
      const one = standing.get(row.id);
      if (one !== undefined && isOver(one.news, row, agentId)) {
        look(row.id);
      }
    },
    look,
  };
}
