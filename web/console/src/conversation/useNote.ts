import { useMutation, useQueryClient } from "@tanstack/react-query";
import { colleaguesQuery } from "../inbox/useDesk";
import { api } from "../shell/client";
import { newId } from "../shell/newId";
import { useNotices } from "../shell/Notices";
import { problemText } from "../shell/problems";
import { useWords } from "../shell/words";
import { useDraft, useDrafts } from "./DraftsProvider";
import { noteKey, type ReplyDraft, type Tried } from "./draft";
import { mentioned, notesKey } from "./notes";

/// A note that is written: the text stays in the box until it is stored, so that a refused one is not lost.
export interface NoteInHand {
  readonly text: string;
  readonly put: (text: string) => void;
  readonly ready: boolean;
  readonly send: () => void;
}

export function useNote(id: string): NoteInHand {
  const drafts = useDrafts();
  const key = noteKey(id);
  const { text } = useDraft(key);
  const write = useWrite(id, (content) => drafts.change(key, (draft) => stored(draft, content)));
  const ready = text.trim() !== "" && !write.isPending;
  return {
    text,
    ready,
    put: (next) => drafts.change(key, (draft) => ({ ...draft, text: next })),
    send: () => {
      if (ready) {
        const tried = attempt(drafts.get(key), newId);
        drafts.change(key, (draft) => ({ ...draft, tried }));
        write.mutate(tried);
      }
    },
  };
}

/// Sent again, the same note has the same id: the first attempt may have been stored and only its answer lost.
export function attempt({ text, tried }: ReplyDraft, makeId: () => string): Tried {
  const content = text.trim();
  return tried?.content === content ? tried : { id: makeId(), content };
}

/// The draft once a note is stored: what was typed meanwhile stays.
export function stored(draft: ReplyDraft, content: string): ReplyDraft {
  const begun = draft.text.trimStart();
  const text = begun.startsWith(content) ? begun.slice(content.length).trimStart() : draft.text;
  return { ...draft, text, tried: undefined };
}

function useWrite(id: string, onStored: (content: string) => void) {
  const words = useWords();
  const show = useNotices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (note: Tried) => {
      // Where it is not known who is there, a note would be stored and the mentioned never told.
      const colleagues = note.content.includes("@") ? await queries.fetchQuery(colleaguesQuery) : [];
      return api.writeNote(id, { ...note, mentions: mentioned(note.content, colleagues) });
    },
    onSuccess: (_, { content }) => {
      onStored(content);
      void queries.invalidateQueries({ queryKey: notesKey(id) });
    },
    onError: (thrown) => show({ text: problemText(thrown, words) }),
  });
}
