import { Plus, X } from "lucide-react";
import { useId, useState, type KeyboardEvent, type ReactElement } from "react";
import { useTags } from "../inbox/useDesk";
import { useWords } from "../shell/words";
import type { WorkChange } from "./useWork";

/// The tags of a conversation: each can be taken off, and new ones are typed, with those of the organization offered.
export function TagsEditor({
  change,
  tags,
}: {
  readonly change: WorkChange;
  readonly tags: readonly string[];
}): ReactElement {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <ul className="tags" aria-label={t("tags.title")}>
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
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (name.trim() !== "") {
        onAdd(name.trim());
      }
      onDone();
    } else if (event.key === "Escape") {
      onDone();
    }
  };
  return (
    <>
      <input
        // The agent has just asked for this box.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="tag-input"
        aria-label={t("tags.add")}
        placeholder={t("tags.placeholder")}
        list={list}
        maxLength={50}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={press}
        onBlur={onDone}
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
