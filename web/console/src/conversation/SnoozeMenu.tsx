import { Button } from "@mantine/core";
import { AlarmClock } from "lucide-react";
import { useId, useState, type ReactElement, type SyntheticEvent } from "react";
import { fullTime } from "../shell/format";
import { useTexts, useWords } from "../shell/words";
import { chosenTime, snoozeRange, snoozeTimes } from "./snoozeTimes";
import { texts } from "./texts";
import { Menu, MenuChoice } from "./WorkMenu";

/// Until when a conversation rests: one of the usual times, or one's own.
export function SnoozeMenu({ onChoose }: { readonly onChoose: (until: Date) => void }): ReactElement {
  const { t } = useWords();
  return (
    <Menu label={t("work.snooze")} target={<AlarmClock size={18} aria-hidden="true" />}>
      {(close) => (
        <Times
          onChoose={(until) => {
            onChoose(until);
            close();
          }}
        />
      )}
    </Menu>
  );
}

function Times({ onChoose }: { readonly onChoose: (until: Date) => void }): ReactElement {
  const words = useWords();
  const [times] = useState(() => snoozeTimes(new Date()));
  return (
    <>
      {times.map(({ label, until }) => (
        <MenuChoice key={label} chosen={false} hint={fullTime(until, words)} onChoose={() => onChoose(until)}>
          {words.t(label)}
        </MenuChoice>
      ))}
      <OwnTime onChoose={onChoose} />
    </>
  );
}

function OwnTime({ onChoose }: { readonly onChoose: (until: Date) => void }): ReactElement {
  const t = useTexts(texts);
  const { t: word } = useWords();
  const [opened] = useState(() => snoozeRange(new Date()));
  const [value, setValue] = useState(opened.proposed);
  const [faulty, setFaulty] = useState(false);
  const fault = useId();
  const choose = (event: SyntheticEvent): void => {
    event.preventDefault();
    const until = chosenTime(value, snoozeRange(new Date()));
    setFaulty(until === undefined);
    if (until !== undefined) {
      onChoose(until);
    }
  };
  return (
    <form className="snooze-own" onSubmit={choose} noValidate>
      <label>
        {t("ownTime")}
        <input
          className="plain-input small"
          type="datetime-local"
          min={opened.first}
          max={opened.last}
          value={value}
          required
          aria-invalid={faulty}
          aria-describedby={faulty ? fault : undefined}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
      </label>
      <Button type="submit" size="xs" variant="default">
        {word("work.snooze")}
      </Button>
      <p id={fault} role="alert">
        {faulty ? t("ownTimeFault") : null}
      </p>
    </form>
  );
}
