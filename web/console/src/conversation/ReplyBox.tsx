import { Textarea } from "@mantine/core";
import type { KeyboardEvent, ReactElement, RefObject } from "react";
import { isForInputMethod } from "../shell/composing";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";
import { composerAction } from "./composerKeys";
import { pasteFiles } from "./pasteFiles";
import type { Reply } from "./useReply";
import type { Slash } from "./useSlash";

/// The text of a reply. Enter sends, Shift+Enter breaks the line, Escape leaves, a slash offers the canned replies;
/// pasted files are added.
export function ReplyBox({
  box,
  name,
  text,
  onWrite,
  reply,
  slash,
  onFiles,
  onLeave,
}: {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly name: string;
  readonly text: string;
  readonly onWrite: (text: string) => void;
  readonly reply: Reply;
  readonly slash: Slash;
  readonly onFiles: (files: readonly File[]) => void;
  /// Leaves an edit or a quote. False: there is none.
  readonly onLeave: () => boolean;
}): ReactElement {
  const { t } = useWords();
  useShortcuts({ r: () => box.current?.focus() });
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
      {...slash.attributes}
      onChange={(event) => {
        onWrite(event.currentTarget.value);
        slash.follow();
      }}
      onSelect={slash.follow}
      onFocus={slash.ready}
      onBlur={() => {
        reply.stopTyping();
        slash.leave();
      }}
      onKeyDown={(event) => press(event, { reply, slash, leave: onLeave })}
      onPaste={(event) => pasteFiles(event, onFiles)}
    />
  );
}

/// Escape leaves the edit or the quote first, and then the text box.
function press(
  event: KeyboardEvent<HTMLTextAreaElement>,
  { reply, slash, leave }: { readonly reply: Reply; readonly slash: Slash; readonly leave: () => boolean },
): void {
  if (!isForInputMethod(event.nativeEvent) && !event.shiftKey && slash.press(event.key)) {
    event.preventDefault();
    return;
  }
  // With nothing in the box to undo, the keys that undo take the last message back.
  if (isUndo(event) && event.currentTarget.value === "" && reply.takeBack()) {
    event.preventDefault();
    return;
  }
  const action = composerAction(event.nativeEvent);
  if (action === "send") {
    event.preventDefault();
    reply.send();
  } else if (action === "leave" && !leave()) {
    event.currentTarget.blur();
  }
}

function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "z" && (ctrlKey || metaKey) && !shiftKey && !altKey;
}
