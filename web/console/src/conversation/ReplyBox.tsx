import { Textarea } from "@mantine/core";
import type { ClipboardEvent, KeyboardEvent, ReactElement } from "react";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";
import { composerAction } from "./composerKeys";
import { useDraft, useDrafts } from "./DraftsProvider";
import { useAddFiles } from "./useAddFiles";
import { useFocused } from "./useFocused";
import type { Reply } from "./useReply";

/// The text of a reply. Enter sends, Shift+Enter breaks the line, Escape leaves; pasted files are added.
export function ReplyBox({
  id,
  name,
  reply,
  focused,
}: {
  readonly id: string;
  readonly name: string;
  readonly reply: Reply;
  /// Whether it has the focus from the start.
  readonly focused: boolean;
}): ReactElement {
  const { t } = useWords();
  const { text } = useDraft(id);
  const drafts = useDrafts();
  const paste = usePaste(id);
  const box = useFocused(focused);
  useShortcuts({ r: () => box.current?.focus() });
  const change = (written: string): void => {
    drafts.change(id, (present) => ({ ...present, text: written }));
    reply.typing(written);
  };
  return (
    <Textarea
      ref={box}
      className="composer-box"
      classNames={{ input: "composer-input" }}
      aria-label={t("composer.label", { name })}
      placeholder={t("composer.placeholder")}
      enterKeyHint="send"
      autosize
      minRows={1}
      maxRows={8}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={reply.stopTyping}
      onKeyDown={(event) => press(event, reply)}
      onPaste={paste}
    />
  );
}

function press(event: KeyboardEvent<HTMLTextAreaElement>, reply: Reply): void {
  const action = composerAction(event.nativeEvent);
  if (action === "send") {
    event.preventDefault();
    reply.send();
  } else if (action === "leave") {
    event.currentTarget.blur();
  }
}

/// Takes the files of a clipboard. Office programs put a picture of a text beside it: then the text is meant.
function usePaste(id: string): (event: ClipboardEvent) => void {
  const add = useAddFiles(id);
  return (event) => {
    const files = [...event.clipboardData.files];
    if (files.length > 0 && event.clipboardData.getData("text/plain") === "") {
      event.preventDefault();
      add(files);
    }
  };
}
