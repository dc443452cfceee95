import { useEffect, useState, type ReactElement } from "react";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";
import { useDrafts } from "./DraftsProvider";
import { ModeSwitch, type ComposerMode } from "./ModeSwitch";
import { NoteBox } from "./NoteBox";
import { ReplyForm } from "./ReplyForm";

/// Where a reply or a note is written. What is begun stays with its conversation.
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
  const [mode, setMode] = useState<ComposerMode>("reply");
  // By a key one goes on writing at once; the choice itself keeps the focus of who makes it there.
  const [byKey, setByKey] = useState(false);
  const choose = (next: ComposerMode, key: boolean): void => {
    setMode(next);
    setByKey(key);
  };
  const drafts = useDrafts();
  useEffect(
    () =>
      drafts.onRestore((conversation) => {
        if (conversation === id) {
          setMode("reply");
          setByKey(true);
        }
      }),
    [drafts, id],
  );
  useShortcuts(mode === "note" ? { r: () => choose("reply", true) } : { n: () => choose("note", true) });
  if (mode === "note") {
    return (
      <form className="composer is-note" onSubmit={(event) => event.preventDefault()}>
        <ModeSwitch mode={mode} onChange={(next) => choose(next, false)} />
        <div className="composer-row">
          <NoteBox id={id} focused={byKey} />
        </div>
        <NoteHint />
      </form>
    );
  }
  return (
    <form className="composer" onSubmit={(event) => event.preventDefault()}>
      <ModeSwitch mode={mode} onChange={(next) => choose(next, false)} />
      <ReplyForm id={id} name={name} agentName={agentName} resolved={resolved} focused={byKey} />
    </form>
  );
}

function NoteHint(): ReactElement {
  const { t } = useWords();
  return <p className="composer-hint">{t("note.hint")}</p>;
}
