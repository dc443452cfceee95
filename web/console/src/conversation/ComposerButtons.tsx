import { ActionIcon, Tooltip } from "@mantine/core";
import { MessageSquareQuote, Paperclip, SendHorizontal, Smile } from "lucide-react";
import { useRef, useState, type ReactElement, type RefObject } from "react";
import { OnDemand } from "../shell/OnDemand";
import { part } from "../shell/part";
import { useWords } from "../shell/words";

const EmojiPicker = part(async () => (await import("../emoji/EmojiPicker")).EmojiPicker);

/// Opens the emojis, and gives the one that is chosen.
export function EmojiButton({
  onChoose,
  onShut,
}: {
  readonly onChoose: (sign: string) => void;
  /// Closed by the same button: what was written goes on.
  readonly onShut: () => void;
}): ReactElement {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Tooltip label={t("composer.emoji")}>
        <ActionIcon
          ref={button}
          size={36}
          aria-label={t("composer.emoji")}
          aria-expanded={opened}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            setOpened(!opened);
            if (opened) {
              onShut();
            }
          }}
        >
          <Smile size={20} />
        </ActionIcon>
      </Tooltip>
      {opened ? (
        <OnDemand onClose={() => setOpened(false)}>
          <EmojiPicker
            onChoose={(sign) => {
              setOpened(false);
              onChoose(sign);
            }}
            onLeave={() => setOpened(false)}
            onEscape={() => {
              setOpened(false);
              button.current?.focus();
            }}
          />
        </OnDemand>
      ) : null}
    </>
  );
}

export function AttachButton({
  onFiles,
}: {
  readonly onFiles: (files: readonly File[]) => void;
}): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const { t } = useWords();
  const [inputKey, setInputKey] = useState(0);
  return (
    <>
      <Tooltip label={t("composer.attach")}>
        <ActionIcon size={36} aria-label={t("composer.attach")} onClick={() => input.current?.click()}>
          <Paperclip size={20} />
        </ActionIcon>
      </Tooltip>
      <input
        // A new element after each choice, so that the same file can be chosen again.
        key={inputKey}
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("composer.attach")}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          setInputKey(inputKey + 1);
        }}
      />
    </>
  );
}

/// Sends, and leaves the focus in the box, where the next message is written: on the button its first letters would be
/// shortcuts.
export function SendButton({
  isNote = false,
  ready,
  box,
  onSend,
}: {
  readonly isNote?: boolean;
  readonly ready: boolean;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly onSend: () => void;
}): ReactElement {
  const { t } = useWords();
  const label = t(isNote ? "note.send" : "composer.send");
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={36}
        variant="filled"
        {...(isNote && { color: "yellow", className: "note-send" })}
        aria-label={label}
        aria-disabled={!ready}
        data-disabled={!ready}
        onMouseDown={(event) => event.preventDefault()}
        onClick={({ nativeEvent }) => {
          const before = document.activeElement;
          onSend();
          // A finger would have it bring the keyboard; and what has asked for an answer keeps the focus.
          if (ready && document.activeElement === before && !isTouch(nativeEvent)) {
            box.current?.focus();
          }
        }}
      >
        <SendHorizontal size={20} />
      </ActionIcon>
    </Tooltip>
  );
}

function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === "touch";
}

/// Opens the canned replies, as the slash does, for whom has no keys.
export function RepliesButton({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <Tooltip label={t("composer.replies")}>
      <ActionIcon size={36} aria-label={t("composer.replies")} onClick={onOpen}>
        <MessageSquareQuote size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
