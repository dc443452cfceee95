import { useEffect, useId, useImperativeHandle, useState, type ReactElement, type Ref } from "react";
import { useDetails } from "../conversation/details";
import { settingsHref } from "../shell/route";
import { isOne } from "../shell/locale";
import { useTexts, useWords } from "../shell/words";
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

/// What the text box has to tell assistive technology of the picker.
export interface PickerState {
  readonly list: string;
  readonly active: string | undefined;
}

interface PickerProps {
  readonly conversation: string;
  readonly agentName: string;
  /// What was typed behind the slash.
  readonly words: string;
  readonly handle: Ref<PickerHandle>;
  readonly onState: (state: PickerState | undefined) => void;
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
  const list = useId();
  const replies = useReplies();
  const choices = useChoices({ conversation, agentName, words, replies: replies.data });
  const [chosen, setChosen] = useState({ words, place: 0 });
  // Other words begin at the likeliest again.
  const place = chosen.words === words ? Math.min(chosen.place, Math.max(0, choices.length - 1)) : 0;
  const active = choices.length === 0 ? undefined : `${list}-${place}`;
  useEffect(() => {
    onState({ list, active });
    return () => onState(undefined);
  }, [onState, list, active]);
  useEffect(() => {
    document.querySelector(`#${CSS.escape(active ?? "-")}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  // Words of several that nothing has are a text that begins with a slash.
  const pointless = choices.length === 0 && replies.isSuccess && /\S\s/u.test(words);
  useEffect(() => {
    if (pointless) {
      onClose();
    }
  }, [pointless, onClose]);
  useImperativeHandle(handle, () => ({
    press: (key) => {
      const step = steps.get(key);
      const current = choices[place];
      if (step !== undefined) {
        const count = Math.max(1, choices.length);
        setChosen({ words, place: (place + step + count) % count });
        return true;
      }
      if (key === "Escape") {
        onClose();
        return true;
      }
      if (current !== undefined && (key === "Enter" || key === "Tab")) {
        onChoose(current.text);
        return true;
      }
      // While they load, Enter would send the question to the visitor.
      return key === "Enter" && replies.isPending;
    },
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
      {/* No element of its own is a list for a text box: `datalist` shows no second line and no chosen entry. */}
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role */}
      <div
        id={list}
        className="reply-list"
        role="listbox"
        aria-label={t("title")}
        hidden={choices.length === 0}
      >
        {choices.map(({ reply, text }, at) => (
          // The keys are the text box's.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={reply.id}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === place}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setChosen({ words, place: at })}
            onClick={() => onChoose(text)}
          >
            <bdi className="reply-name">{reply.name}</bdi>
            <bdi className="reply-snippet">{text}</bdi>
          </div>
        ))}
      </div>
      {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
      <Told count={choices.length} />
      <p className="reply-keys" aria-hidden="true">
        {t("keys")}
      </p>
    </div>
  );
}

const steps: ReadonlyMap<string, number> = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

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

/// How many there are, for whom does not see them.
function Told({ count }: { readonly count: number }): ReactElement {
  const t = useTexts(texts);
  const { locale } = useWords();
  const one = isOne(locale, count);
  return (
    <output className="visually-hidden">
      {count === 0 ? "" : t(one ? "found.one" : "found.other", { count })}
    </output>
  );
}
