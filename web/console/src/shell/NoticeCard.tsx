import { Button, Kbd } from "@mantine/core";
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from "react";
import type { Notice } from "./Notices";

const shownMilliseconds = 6000;

/// The key that leads to a notice from wherever the focus is, text boxes too: it writes no character.
const key = "F8";

/// A notice, for some seconds and for as long as the pointer or the focus is on it: nobody has to be quick.
export function NoticeCard({
  notice: { text, action },
  onDone,
}: {
  readonly notice: Notice;
  readonly onDone: () => void;
}): ReactElement {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const before = useRef<Element>(null);
  const held = hovered || focused;
  useEffect(() => {
    const timer = held ? undefined : window.setTimeout(onDone, shownMilliseconds);
    return () => window.clearTimeout(timer);
  }, [held, onDone]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === key && !event.defaultPrevented) {
        event.preventDefault();
        before.current = document.activeElement;
        (card.current?.querySelector("button") ?? card.current)?.focus();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  // What is offered may come to nothing while the focus is on it: then it goes back, too.
  useLayoutEffect(() => {
    const shown = card.current;
    return () => {
      if (shown?.contains(document.activeElement) === true) {
        focusOn(before.current);
      }
    };
  }, []);
  const leave = (): void => {
    onDone();
    focusOn(before.current);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it waits for whoever is on it, and does nothing else
    <div
      ref={card}
      className="notice"
      tabIndex={-1}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          leave();
        }
      }}
    >
      <span>{text}</span>
      {action === undefined ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-keyshortcuts={key}
          rightSection={
            <Kbd className="notice-key" aria-hidden="true">
              {key}
            </Kbd>
          }
          onClick={() => {
            action.run();
            leave();
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}

function focusOn(element: Element | null): void {
  if (element instanceof HTMLElement) {
    element.focus();
  }
}
