import type { WorkEvent } from "@chask/client";
import type { ReactElement } from "react";
import { eventKey, eventValues } from "../presence/eventText";
import { texts } from "../presence/texts";
import { clockTime, dayLabel, fullTime } from "../shell/format";
import { useTexts, useWords } from "../shell/words";
import "./events.css";

/// What somebody did with the conversation: a quiet line between the messages.
export function EventRow({
  event,
  newDay,
  now,
}: {
  readonly event: WorkEvent;
  readonly newDay: boolean;
  readonly now: Date;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const until = event.until === undefined ? "" : fullTime(event.until, words);
  return (
    <>
      {newDay ? <div className="day">{dayLabel(event.timestamp, now, words)}</div> : null}
      <p className="work-event" title={fullTime(event.timestamp, words)}>
        <span>{t(eventKey(event), eventValues(event, until))}</span>{" "}
        <time dateTime={event.timestamp.toISOString()}>{clockTime(event.timestamp, words)}</time>
      </p>
      {event.comment === undefined ? null : (
        <p className="work-event-words" dir="auto">
          {event.comment}
        </p>
      )}
    </>
  );
}
