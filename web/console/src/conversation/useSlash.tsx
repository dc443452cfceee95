import { useCallback, useRef, useState, type ComponentType, type ReactElement, type RefObject } from "react";
import type { PickerHandle, ReplyPicker } from "../replies/ReplyPicker";
import { questionAt } from "../replies/match";
import { listAttributes, type ListAttributes, type ListState } from "../shell/Listbox";
import { usePlaceCaret } from "./usePlaceCaret";

type Picker = ComponentType<Parameters<typeof ReplyPicker>[0]>;

/// The picker of canned replies that a slash opens, as far as the text box has to know of it.
export interface Slash {
  /// To be shown above the text box.
  readonly element: ReactElement | null;
  readonly attributes: ListAttributes;
  /// Whether the key was the picker's.
  readonly press: (key: string) => boolean;
  /// Call when the caret may stand elsewhere.
  readonly follow: () => void;
  /// Call when the box has lost the focus.
  readonly leave: () => void;
  /// Call when the box gets the focus: loads the picker before it is needed.
  readonly ready: () => void;
  /// Puts a text where the caret stands.
  readonly insert: (text: string) => void;
  /// Types a slash where the caret stands.
  readonly open: () => void;
}

interface SlashOptions {
  readonly conversation: string;
  readonly agentName: string;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function useSlash({ conversation, agentName, box, text, onText }: SlashOptions): Slash {
  const [caret, setCaret] = useState(0);
  const placeCaret = usePlaceCaret(box);
  /// The text whose question was left; another text asks again.
  const [left, setLeft] = useState<number>();
  const { Picker, load } = usePicker();
  const [state, setState] = useState<ListState>();
  const handle = useRef<PickerHandle>(null);
  const asked = questionAt(text, caret);
  const question = asked === undefined || asked.start === left ? undefined : asked;
  if (asked === undefined && left !== undefined) {
    setLeft(undefined);
  }
  const put = (next: string, at: number): void => {
    onText(next);
    setCaret(at);
    placeCaret(next, at);
  };
  const start = question?.start;
  const close = useCallback(() => setLeft(start), [start]);
  return {
    element:
      question === undefined || Picker === undefined || Picker === "failed" ? null : (
        <Picker
          conversation={conversation}
          agentName={agentName}
          words={question.words}
          handle={handle}
          onState={setState}
          onClose={close}
          onChoose={(chosen) =>
            put(text.slice(0, question.start) + chosen + text.slice(caret), question.start + chosen.length)
          }
        />
      ),
    attributes: listAttributes(state),
    press: (key) =>
      question !== undefined &&
      // Until it is loaded, Enter would send the question to the visitor.
      (handle.current?.press(key) ?? (key === "Enter" && Picker === undefined)),
    follow: () => {
      load();
      setCaret(box.current?.selectionStart ?? 0);
    },
    leave: close,
    ready: load,
    insert: (added) => {
      const from = box.current?.selectionStart ?? text.length;
      const to = box.current?.selectionEnd ?? from;
      put(text.slice(0, from) + added + text.slice(to), from + added.length);
    },
    open: () => {
      load();
      setLeft(undefined);
      const at = box.current?.selectionStart ?? text.length;
      const slash = at === 0 || /\s$/u.test(text.slice(0, at)) ? "/" : " /";
      put(text.slice(0, at) + slash + text.slice(at), at + slash.length);
    },
  };
}

let loaded: Picker | "failed" | undefined;

async function loadPicker(): Promise<Picker | "failed"> {
  try {
    loaded = (await import("../replies/ReplyPicker")).ReplyPicker;
  } catch {
    loaded = "failed";
  }
  return loaded;
}

/// Undefined while it loads.
function usePicker(): { readonly Picker: Picker | "failed" | undefined; readonly load: () => void } {
  const [held, setHeld] = useState({ part: loaded });
  const load = useCallback(() => {
    if (loaded === undefined || loaded === "failed") {
      void loadPicker().then((part) => setHeld({ part }));
    }
  }, []);
  return { Picker: held.part, load };
}
