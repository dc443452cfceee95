import { useEffect, useImperativeHandle, type ReactElement, type Ref } from "react";
import { useDetails } from "../conversation/details";
import { Listbox, Told, useWalk, type ListState } from "../shell/Listbox";
import { settingsHref } from "../shell/route";
import { useTexts } from "../shell/words";
import type { CannedReply, Replies } from "./api";
import { useReplies } from "./api";
import { matching } from "./match";
import { texts } from "./texts";
import { fillVariables, textFor, valuesOf } from "./variables";
import "./replies.css";

/// What the text box asks of the open picker.
export interface PickerHandle {
  /// Whether the key was the picker's.
  readonly press: (key: string) => boolean;
}

interface PickerProps {
  readonly conversation: string;
  readonly agentName: string;
  /// What was typed behind the slash.
  readonly words: string;
  readonly handle: Ref<PickerHandle>;
  readonly onState: (state: ListState | undefined) => void;
  /// The text with its variables filled in.
  readonly onChoose: (text: string) => void;
  readonly onClose: () => void;
}

/// The canned replies that have the words, above the text box. The focus stays in the box: its keys walk through the
/// list, whose chosen entry the box names (`aria-activedescendant`).
export function ReplyPicker({
  conversation,
  agentName,
  words,
  handle,
  onState,
  onChoose,
  onClose,
}: PickerProps): ReactElement {
  const t = useTexts(texts);
  const replies = useReplies();
  const choices = useChoices({ conversation, agentName, words, replies: replies.data });
  const choose = (place: number): void => {
    const chosen = choices[place];
    if (chosen !== undefined) {
      onChoose(chosen.text);
    }
  };
  const walk = useWalk({ words, count: choices.length, onChoose: choose, onClose });
  const { list, active } = walk;
  useEffect(() => {
    onState({ list, active });
    return () => onState(undefined);
  }, [onState, list, active]);
  // Words of several that nothing has are a text that begins with a slash.
  const pointless = choices.length === 0 && replies.isSuccess && /\S\s/u.test(words);
  useEffect(() => {
    if (pointless) {
      onClose();
    }
  }, [pointless, onClose]);
  useImperativeHandle(handle, () => ({
    // While they load, Enter would send the question to the visitor.
    press: (key) => walk.press(key) || (key === "Enter" && replies.isPending),
  }));
  return (
    <div className="reply-picker">
      {choices.length === 0 ? (
        <Empty
          pending={replies.isPending}
          failed={replies.isError}
          none={replies.data?.replies.length === 0}
        />
      ) : null}
      <Listbox
        walk={walk}
        label={t("title")}
        className="reply-list"
        entries={choices.map(({ reply, text }) => ({
          key: reply.id,
          content: (
            <>
              <bdi className="reply-name">{reply.name}</bdi>
              <bdi className="reply-snippet">{text}</bdi>
            </>
          ),
        }))}
        onChoose={choose}
      />
      <Told count={choices.length} one={t("found.one")} other={t("found.other", { count: choices.length })} />
      <p className="reply-keys" aria-hidden="true">
        {t("keys")}
      </p>
    </div>
  );
}

interface Choice {
  readonly reply: CannedReply;
  readonly text: string;
}

/// The matching replies, each as it would be put in.
function useChoices({
  conversation,
  agentName,
  words,
  replies,
}: Pick<PickerProps, "conversation" | "agentName" | "words"> & {
  readonly replies: Replies | undefined;
}): readonly Choice[] {
  const visitor = useDetails(conversation, undefined).data?.visitor;
  if (replies === undefined) {
    return [];
  }
  const values = valuesOf({ visitor, agentName, organizationName: replies.organizationName });
  return matching(replies.replies, words).map((reply) => ({
    reply,
    text: fillVariables(textFor(reply.texts, visitor?.locale, replies.locales), values),
  }));
}

function Empty({
  pending,
  failed,
  none,
}: {
  readonly pending: boolean;
  readonly failed: boolean;
  readonly none: boolean;
}): ReactElement {
  const t = useTexts(texts);
  if (none) {
    return (
      <p className="reply-empty">
        {t("none")}{" "}
        <a href={settingsHref("replies")} onMouseDown={(event) => event.preventDefault()}>
          {t("add")}
        </a>
      </p>
    );
  }
  if (pending) {
    return <p className="reply-empty">{t("loading")}</p>;
  }
  return <p className="reply-empty">{t(failed ? "failed" : "unmatched")}</p>;
}
