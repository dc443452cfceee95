import type { Note } from "@chask/client";
import { Lock } from "lucide-react";
import type { ReactElement } from "react";
import { clockTime, dayLabel, fullTime } from "../shell/format";
import { useWords } from "../shell/words";
import { MessageText } from "./MessageText";

/// A note in the thread: warm, with a lock, never to be mistaken for a reply.
export function NoteRow({
  note,
  newDay,
  now,
}: {
  readonly note: Note;
  readonly newDay: boolean;
  readonly now: Date;
}): ReactElement {
  const words = useWords();
  return (
    <>
      {newDay ? <div className="day">{dayLabel(note.timestamp, now, words)}</div> : null}
      <article className="note" title={fullTime(note.timestamp, words)}>
        <header className="note-head">
          <Lock size={12} aria-hidden="true" />
          <span>{words.t("note.from")}</span>
          <bdi>{note.author.name}</bdi>
          <time dateTime={note.timestamp.toISOString()}>{clockTime(note.timestamp, words)}</time>
        </header>
        <MessageText text={note.content} />
      </article>
    </>
  );
}
