import { ChatError, type AgentClient } from "@chask/client";
import type { Notice } from "../../shell/Notices";
import type { Words } from "../../shell/words";
import { withBefore, type Drafts } from "../drafts";
import { changeProblem } from "./problem";

/// Nobody can change the message any more, or never could.
const final: ReadonlySet<string> = new Set(["CHANGE_TOO_LATE", "MESSAGE_DELETED", "MESSAGE_NOT_YOURS"]);

export interface Editor {
  readonly client: AgentClient;
  readonly drafts: Drafts;
  readonly notice: (notice: Notice) => void;
  readonly words: Words;
}

/// Replaces a message's text by what the composer holds; when that is refused, the thread shows the old one again and a
/// notice says why. What was typed is not lost with it: the edit goes on, or becomes the beginning of another message. The
/// focus stays where it is, for who goes on with a note must not find himself writing to the visitor.
export async function edit(id: string, { client, drafts, notice, words }: Editor): Promise<void> {
  const { editing } = drafts.get(id);
  if (editing === undefined) {
    return;
  }
  drafts.change(id, (draft) => ({ ...draft, editing: undefined }));
  const { messageId, text } = editing;
  try {
    await client.changeMessage({ conversationId: id, messageId, content: text.trim() });
  } catch (thrown) {
    notice({ text: changeProblem(thrown, words) });
    const hopeless = thrown instanceof ChatError && final.has(thrown.details.reason);
    drafts.change(id, (draft) =>
      hopeless || draft.editing !== undefined
        ? withBefore(draft, { text, uploads: [] })
        : { ...draft, editing },
    );
  }
}
