import { ChatError, type AgentClient } from "@chask/client";
import type { Notice } from "../../shell/Notices";
import type { Words } from "../../shell/words";
import type { Drafts } from "../drafts";
import { changeProblem } from "./problem";

export interface Editor {
  readonly client: AgentClient;
  readonly drafts: Drafts;
  readonly notice: (notice: Notice) => void;
  readonly words: Words;
}

/// Replaces a message's text by what the composer holds; when that is refused, the thread shows the old one again and a
/// notice says why. What could only not be told to the server goes back into the composer.
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
    if (thrown instanceof ChatError && thrown.details.retryable) {
      drafts.change(id, (draft) => ({ ...draft, editing: draft.editing ?? editing }));
    }
  }
}
