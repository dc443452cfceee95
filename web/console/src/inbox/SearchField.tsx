import { ActionIcon } from "@mantine/core";
import { Search, X } from "lucide-react";
import { useRef, type KeyboardEvent, type ReactElement } from "react";
import { isForInputMethod } from "../shell/composing";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";

/// Where an agent says what he looks for. `/` goes there, Escape leaves and forgets it.
export function SearchField({
  words,
  onChange,
}: {
  readonly words: string;
  readonly onChange: (words: string) => void;
}): ReactElement {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  useShortcuts({
    "/": (told) => {
      field.current?.focus();
      if (told !== undefined) {
        onChange(told);
      }
    },
  });
  const press = (event: KeyboardEvent): void => {
    if (isForInputMethod(event.nativeEvent)) {
      return;
    }
    if (event.key === "Escape") {
      onChange("");
      field.current?.blur();
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      document.querySelector<HTMLElement>(".inbox a.inbox-row")?.focus();
    }
  };
  return (
    <search className="search">
      <Search size={16} aria-hidden="true" className="quiet-icon" />
      <input
        ref={field}
        className="search-input"
        type="search"
        aria-label={t("search.label")}
        placeholder={t("search.placeholder")}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={words}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={press}
      />
      {words === "" ? null : (
        <ActionIcon
          size={24}
          aria-label={t("search.clear")}
          onClick={() => {
            onChange("");
            // The button goes, and would take the focus with it.
            field.current?.focus();
          }}
        >
          <X size={16} />
        </ActionIcon>
      )}
    </search>
  );
}
