import type { Colleague } from "@chask/client";
import { ActionIcon, Textarea, Tooltip } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { SendHorizontal } from "lucide-react";
import { useState, type KeyboardEvent, type ReactElement } from "react";
import { useColleagues } from "../inbox/useDesk";
import { api } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { problemText } from "../shell/problems";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";
import { composerAction } from "./composerKeys";
import { useDraft, useDrafts } from "./DraftsProvider";
import { mentionAt, mentioned, notesKey, suggested } from "./notes";
import { useFocused } from "./useFocused";
import { useWritingSignal } from "./useReply";

/// Where a note is written. Its draft is kept apart from the reply's, so that neither can become the other.
export function NoteBox({
  id,
  focused,
}: {
  readonly id: string;
  /// Whether it has the focus from the start.
  readonly focused: boolean;
}): ReactElement {
  const { t } = useWords();
  const drafts = useDrafts();
  const draftKey = `${id}.note`;
  const { text } = useDraft(draftKey);
  const colleagues = useColleagues();
  const box = useFocused(focused);
  const signal = useWritingSignal(id);
  useShortcuts({ n: () => box.current?.focus() });
  const [caret, setCaret] = useState(0);
  const [place, setPlace] = useState(0);
  const put = (next: string): void => drafts.change(draftKey, (draft) => ({ ...draft, text: next }));
  const write = useWrite(id, () => put(""));
  const asked = mentionAt(text, caret);
  const offered = asked === undefined ? [] : suggested(colleagues, asked.typed);
  const choose = ({ name }: Colleague): void => {
    if (asked !== undefined) {
      put(`${text.slice(0, asked.start)}@${name} ${text.slice(caret)}`);
      setCaret(asked.start + name.length + 2);
      setPlace(0);
      box.current?.focus();
    }
  };
  const send = (): void => {
    if (text.trim() !== "" && !write.isPending) {
      signal.stop();
      write.mutate({ id: crypto.randomUUID(), content: text.trim(), mentions: mentioned(text, colleagues) });
    }
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const current = offered[Math.min(place, offered.length - 1)];
    if (current !== undefined && isStep(event.key)) {
      event.preventDefault();
      setPlace((place + (event.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length);
    } else if (current !== undefined && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      choose(current);
    } else if (composerAction(event.nativeEvent) === "send") {
      event.preventDefault();
      send();
    }
  };
  return (
    <>
      {offered.length === 0 ? null : (
        <Suggestions offered={offered} place={Math.min(place, offered.length - 1)} onChoose={choose} />
      )}
      <Textarea
        ref={box}
        className="composer-box"
        classNames={{ input: "composer-input" }}
        aria-label={t("note.label")}
        placeholder={t("note.placeholder")}
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        onChange={({ currentTarget }) => {
          put(currentTarget.value);
          signal.go();
          setCaret(currentTarget.selectionStart);
          setPlace(0);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={press}
      />
      <Tooltip label={t("note.send")}>
        <ActionIcon
          size={36}
          variant="filled"
          color="yellow"
          className="note-send"
          aria-label={t("note.send")}
          aria-disabled={text.trim() === "" || write.isPending}
          data-disabled={text.trim() === "" || write.isPending}
          onClick={send}
        >
          <SendHorizontal size={20} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function isStep(key: string): boolean {
  return key === "ArrowDown" || key === "ArrowUp";
}

/// The text stays in the box until the note is stored: a refused one is not lost.
function useWrite(id: string, onWritten: () => void) {
  const words = useWords();
  const show = useNotices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (note: Parameters<typeof api.writeNote>[1]) => api.writeNote(id, note),
    onSuccess: () => {
      onWritten();
      void queries.invalidateQueries({ queryKey: notesKey(id) });
    },
    onError: (thrown) => show({ text: problemText(thrown, words) }),
  });
}

function Suggestions({
  offered,
  place,
  onChoose,
}: {
  readonly offered: readonly Colleague[];
  readonly place: number;
  readonly onChoose: (colleague: Colleague) => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <div className="mention-list" aria-label={t("note.mention")}>
      {offered.map((colleague, at) => (
        <button
          key={colleague.id}
          type="button"
          tabIndex={-1}
          aria-pressed={at === place}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(colleague)}
        >
          <bdi>{colleague.name}</bdi>
        </button>
      ))}
    </div>
  );
}
