import { Popover } from "@mantine/core";
import { Check } from "lucide-react";
import { useState, type ReactElement, type ReactNode } from "react";
import { useEscape } from "../shell/useEscape";

/// A button with a list of choices under it. Its name is the label, which stands in it unseen: as an attribute it would
/// have to hold the words that are seen one after the other.
export function Menu({
  label,
  target,
  children,
}: {
  readonly label: string;
  /// What is seen, hidden from assistive technology.
  readonly target: ReactNode;
  readonly children: (close: () => void) => ReactNode;
}): ReactElement {
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  useEscape(opened, close);
  return (
    <Popover width={280} shadow="md" opened={opened} onChange={setOpened} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="work-button" title={label} onClick={() => setOpened(!opened)}>
          <span className="visually-hidden">{label}</span>
          {target}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} className="work-menu">
        {children(close)}
      </Popover.Dropdown>
    </Popover>
  );
}

/// One of the choices.
export function MenuChoice({
  chosen,
  hint,
  onChoose,
  children,
}: {
  readonly chosen: boolean;
  readonly hint?: string;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <button type="button" className="work-choice" aria-pressed={chosen} onClick={onChoose}>
      <span className="cut">{children}</span>
      {hint === undefined ? null : <span className="work-hint">{hint}</span>}
      {chosen ? <Check size={16} aria-hidden="true" /> : null}
    </button>
  );
}
