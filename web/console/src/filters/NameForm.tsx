import { Button } from "@mantine/core";
import { useState, type KeyboardEvent, type ReactElement } from "react";
import { isForInputMethod } from "../shell/composing";

/// Longest name of a saved view.
const longest = 60;

/// Asks for a name. The button says what becomes of it.
export function NameForm({
  label,
  initial,
  action,
  focused,
  onName,
  onCancel,
}: {
  readonly label: string;
  readonly initial: string;
  readonly action: (name: string) => string;
  readonly focused: boolean;
  readonly onName: (name: string) => Promise<boolean>;
  readonly onCancel?: () => void;
}): ReactElement {
  const [name, setName] = useState(initial);
  const typed = name.trim();
  const send = async (): Promise<void> => {
    if (typed !== "" && (await onName(typed))) {
      setName("");
    }
  };
  const cancel = ({ key, nativeEvent }: KeyboardEvent): void =>
    key === "Escape" && !isForInputMethod(nativeEvent) ? onCancel?.() : undefined;
  return (
    <form
      className="filter-row"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <input
        className="plain-input small"
        aria-label={label}
        placeholder={label}
        maxLength={longest}
        ref={focused ? selectAll : undefined}
        value={name}
        onKeyDown={cancel}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        size="compact-sm"
        aria-disabled={typed === ""}
        onKeyDown={cancel}
      >
        {action(typed)}
      </Button>
    </form>
  );
}

function selectAll(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
