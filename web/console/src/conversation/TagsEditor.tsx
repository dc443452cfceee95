import { Plus, X } from "lucide-react";
import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { useTags } from "../inbox/useDesk";
import { isForInputMethod } from "../shell/composing";
import { useKeptFocus } from "../shell/useKeptFocus";
import { useWords } from "../shell/words";
import type { WorkChange } from "./useWork";

/// The tags of a conversation: each can be taken off, and new ones are typed, with those of the organization offered. A
/// typed one is taken also when the box is left by mouse or Tab; Escape drops it. A word half typed waits while the agent
/// is in another window.
export function TagsEditor({
  change,
  tags,
}: {
  readonly change: WorkChange;
  readonly tags: readonly string[];
}): ReactElement {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const kept = useKeptFocus<HTMLUListElement>();
  return (
    <ul className="tags" aria-label={t("tags.title")} {...kept}>
      {tags.map((tag) => (
        <li key={tag} className="tag">
          <bdi className="cut">{tag}</bdi>
          <button type="button" aria-label={t("tags.remove", { tag })} onClick={() => change.removeTag(tag)}>
            <X size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        {adding ? (
          <NewTag taken={tags} onAdd={change.addTag} onDone={() => setAdding(false)} />
        ) : (
          <button type="button" className="tag-add" onClick={() => setAdding(true)}>
            <Plus size={14} aria-hidden="true" /> {t("tags.add")}
          </button>
        )}
      </li>
    </ul>
  );
}

function NewTag({
  taken,
  onAdd,
  onDone,
}: {
  readonly taken: readonly string[];
  readonly onAdd: (name: string) => void;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useWords();
  const known = useTags();
  const list = useId();
  const [name, setName] = useState("");
  // The box goes with its focus: what ends it is asked once.
  const ended = useRef(false);
  const end = (wanted: string): void => {
    if (!ended.current) {
      ended.current = true;
      if (wanted !== "") {
        onAdd(wanted);
      }
      onDone();
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (isForInputMethod(event.nativeEvent)) {
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      end(name.trim());
    } else if (event.key === "Escape") {
      end("");
    }
  };
  return (
    <>
      <input
        // The agent has just asked for this box.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="plain-input small tag-input"
        aria-label={t("tags.add")}
        placeholder={t("tags.placeholder")}
        list={list}
        maxLength={50}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={press}
        // The window loses the focus with its box in it: the box is the active element still.
        onBlur={({ currentTarget }) => {
          if (document.activeElement !== currentTarget) {
            end(name.trim());
          }
        }}
      />
      <datalist id={list}>
        {known
          .filter((tag) => !taken.includes(tag.name))
          .map((tag) => (
            <option key={tag.id} value={tag.name}>
              {tag.name}
            </option>
          ))}
      </datalist>
    </>
  );
}
