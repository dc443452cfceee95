import { Textarea } from "@mantine/core";
import type { KeyboardEvent, ReactElement } from "react";
import { useColleagues } from "../inbox/useDesk";
import { isForInputMethod } from "../shell/composing";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";
import { SendButton } from "./ComposerButtons";
import { composerAction } from "./composerKeys";
import { pasteFiles } from "./pasteFiles";
import { useAddFiles } from "./useAddFiles";
import { useFocused } from "./useFocused";
import { useMentions } from "./useMentions";
import { useNote } from "./useNote";

/// Where a note is written. It is no reply: colleagues are not told that one is coming.
export function NoteBox({
  id,
  asked,
}: {
  readonly id: string;
  /// How often the text box was asked for, which gets the focus each time.
  readonly asked: number;
}): ReactElement {
  const { t } = useWords();
  const colleagues = useColleagues();
  const { text, put, ready, send } = useNote(id);
  const addFiles = useAddFiles(id);
  const box = useFocused(asked);
  useShortcuts({ n: () => box.current?.focus() });
  const mentions = useMentions({ colleagues, box, text, onText: put });
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // While an input method composes, Enter belongs to it.
    if (!isForInputMethod(event.nativeEvent) && !event.shiftKey && mentions.press(event.key)) {
      event.preventDefault();
      return;
    }
    const action = composerAction(event.nativeEvent);
    if (action === "send") {
      event.preventDefault();
      send();
    } else if (action === "leave") {
      event.currentTarget.blur();
    }
  };
  return (
    <>
      {mentions.element}
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
        {...mentions.attributes}
        onChange={({ currentTarget }) => {
          put(currentTarget.value);
          mentions.follow(currentTarget.selectionStart);
        }}
        onSelect={({ currentTarget }) => mentions.follow(currentTarget.selectionStart)}
        onBlur={mentions.leave}
        onKeyDown={press}
        onPaste={(event) => pasteFiles(event, addFiles)}
      />
      <SendButton isNote ready={ready} box={box} onSend={send} />
    </>
  );
}
