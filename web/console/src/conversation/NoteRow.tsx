import type { Note } from "@chask/client";
import { Lock } from "lucide-react";
import { useCallback, useRef, type ReactElement } from "react";
import { clockTime, dayLabel, fullTime } from "../shell/format";
import { useWords } from "../shell/words";
import { MessageText } from "./MessageText";
import { useSight } from "./useSight";

/// A note in the thread: warm, with a lock, never to be mistaken for a reply.
export function NoteRow({
  note,
  newDay,
  now,
  found,
  onSight,
}: {
  readonly note: Note;
  readonly newDay: boolean;
  readonly now: Date;
  /// It was asked for.
  readonly found: boolean;
  /// Asked for while it mentions the agent and he has not seen it: it is in sight.
  readonly onSight: ((id: string) => void) | undefined;
}): ReactElement {
  const words = useWords();
  const head = useRef<HTMLElement>(null);
  const see = useCallback(() => onSight?.(note.id), [onSight, note.id]);
  useSight(head, onSight === undefined ? undefined : see);
  return (
    <>
      {newDay ? <div className="day">{dayLabel(note.timestamp, now, words)}</div> : null}
      <article className="note" data-found={found} title={fullTime(note.timestamp, words)}>
        <header ref={head} className="note-head">
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
