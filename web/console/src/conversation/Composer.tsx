import { useEffect, useState, type ReactElement } from "react";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";
import { chooseNote } from "./drafts";
import { useDrafts, useIsNote } from "./DraftsProvider";
import { ModeSwitch, type ComposerMode } from "./ModeSwitch";
import { NoteBox } from "./NoteBox";
import { ReplyForm } from "./ReplyForm";

/// Where a reply or a note is written. What is begun stays with its conversation, and for whom it is.
export function Composer({
  id,
  name,
  agentName,
  resolved,
}: {
  readonly id: string;
  readonly name: string;
  readonly agentName: string;
  readonly resolved: boolean;
}): ReactElement {
  const drafts = useDrafts();
  const mode: ComposerMode = useIsNote(id) ? "note" : "reply";
  // How often the box was asked for: by a shortcut or the pointer one goes on writing at once. Who walks through the choice
  // by its keys stays there, and the box that comes then must not take the focus: 0.
  const [asked, setAsked] = useState(0);
  const choose = (next: ComposerMode): void => chooseNote(drafts, id, next === "note");
  const write = (next: ComposerMode): void => {
    choose(next);
    setAsked((before) => before + 1);
  };
  const walk = (next: ComposerMode): void => {
    choose(next);
    setAsked(0);
  };
  useEffect(
    () =>
      drafts.onAsk(id, () => {
        chooseNote(drafts, id, false);
        setAsked((before) => before + 1);
      }),
    [drafts, id],
  );
  useShortcuts(mode === "note" ? { r: () => write("reply") } : { n: () => write("note") });
  if (mode === "note") {
    return (
      <form className="composer is-note" onSubmit={(event) => event.preventDefault()}>
        <ModeSwitch mode={mode} onChange={walk} onPoint={write} />
        <div className="composer-row">
          <NoteBox id={id} asked={asked} />
        </div>
        <NoteHint />
      </form>
    );
  }
  return (
    <form className="composer" onSubmit={(event) => event.preventDefault()}>
      <ModeSwitch mode={mode} onChange={walk} onPoint={write} />
      <ReplyForm id={id} name={name} agentName={agentName} resolved={resolved} asked={asked} />
    </form>
  );
}

function NoteHint(): ReactElement {
  const { t } = useWords();
  return <p className="composer-hint">{t("note.hint")}</p>;
}
