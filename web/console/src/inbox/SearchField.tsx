import { ActionIcon } from "@mantine/core";
import { Search, X } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import { useShortcuts } from "../shell/shortcuts";
import { useWords } from "../shell/words";

/// Where an agent says what he looks for. `/` or Ctrl+K goes there, Escape leaves and forgets it.
export function SearchField({
  words,
  onChange,
}: {
  readonly words: string;
  readonly onChange: (words: string) => void;
}): ReactElement {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  useShortcuts({ "/": () => field.current?.focus() });
  useControlK(() => field.current?.focus());
  const press = (event: KeyboardEvent): void => {
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
        <ActionIcon size={24} aria-label={t("search.clear")} onClick={() => onChange("")}>
          <X size={16} />
        </ActionIcon>
      )}
    </search>
  );
}

/// Works inside of text boxes too, where a single key cannot.
function useControlK(run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.defaultPrevented) {
        event.preventDefault();
        latest.current();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
