import { ActionIcon, Textarea, Tooltip } from "@mantine/core";
import { Paperclip, SendHorizontal } from "lucide-react";
import { useRef, useState, type ReactElement } from "react";
import { useNotices } from "../shell/Notices";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";
import { ComposerHint } from "./ComposerHint";
import { composerAction } from "./composerKeys";
import { useDraft, useDrafts } from "./DraftsProvider";
import { readiness } from "./drafts";
import { UploadList } from "./UploadList";
import { useReply } from "./useReply";
import { useUploads } from "./uploads";

/// Where a reply is written: text, files, send. What is begun stays with its conversation.
export function Composer({
  id,
  name,
  resolved,
}: {
  readonly id: string;
  readonly name: string;
  readonly resolved: boolean;
}): ReactElement {
  const { t } = useWords();
  const draft = useDraft(id);
  const drafts = useDrafts();
  const box = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const add = useAddFiles(id);
  const reply = useReply(id);
  useShortcuts({ r: () => box.current?.focus() });
  return (
    <form className="composer" onSubmit={(event) => event.preventDefault()}>
      <UploadList id={id} uploads={draft.uploads} />
      <div className="composer-row">
        <AttachButton input={files} onFiles={add} />
        <Textarea
          ref={box}
          className="composer-box"
          classNames={{ input: "composer-input" }}
          aria-label={t("composer.label", { name })}
          placeholder={t("composer.placeholder")}
          autosize
          enterKeyHint="send"
          minRows={1}
          maxRows={8}
          value={draft.text}
          onChange={(event) => {
            const text = event.currentTarget.value;
            drafts.change(id, (present) => ({ ...present, text }));
            reply.typing(text);
          }}
          onBlur={reply.stopTyping}
          onKeyDown={(event) => {
            const action = composerAction(event.nativeEvent);
            if (action === "send") {
              event.preventDefault();
              reply.send();
            } else if (action === "leave") {
              event.currentTarget.blur();
            }
          }}
          onPaste={(event) => {
            const pasted = filesOf(event.clipboardData);
            if (pasted.length > 0) {
              event.preventDefault();
              add(pasted);
            }
          }}
        />
        <SendButton ready={readiness(draft) === "ready"} onSend={reply.send} />
      </div>
      <ComposerHint draft={draft} resolved={resolved} />
    </form>
  );
}

/// The files of a clipboard. Office programs put a picture of the text beside the text: then the text is meant.
function filesOf(clipboard: DataTransfer): readonly File[] {
  return clipboard.getData("text/plain") === "" ? [...clipboard.files] : [];
}

/// Adds files to the draft and says when some have no place.
function useAddFiles(id: string): (files: readonly File[]) => void {
  const { t } = useWords();
  const show = useNotices();
  const uploads = useUploads(id);
  return (files) => {
    if (uploads.add(files) > 0) {
      show({ text: t("problem.tooManyAttachments") });
    }
  };
}

function AttachButton({
  input,
  onFiles,
}: {
  readonly input: { readonly current: HTMLInputElement | null };
  readonly onFiles: (files: readonly File[]) => void;
}): ReactElement {
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

function SendButton({
  ready,
  onSend,
}: {
  readonly ready: boolean;
  readonly onSend: () => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <Tooltip label={t("composer.send")}>
      <ActionIcon
        size={36}
        variant="filled"
        aria-label={t("composer.send")}
        aria-disabled={!ready}
        data-disabled={!ready}
        onClick={onSend}
      >
        <SendHorizontal size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
