import { Button } from "@mantine/core";
import { Users } from "lucide-react";
import type { ReactElement, RefObject } from "react";
import { useTexts } from "../shell/words";
import { texts } from "./texts";
import { scrollerIn } from "./useEnd";
import type { Collision } from "./useCollision";
import "./viewers.css";

/// Says that a colleague answers too, and lets the agent decide. Reserves no room: it stands above what is written.
export function CollisionBar({
  collision,
  look,
  onSend,
}: {
  readonly collision: Collision;
  /// The button that gets the focus when sending is held up.
  readonly look: RefObject<HTMLButtonElement | null>;
  readonly onSend: () => void;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <div className="collision" role="alert">
      <Users size={16} aria-hidden="true" />
      <span className="collision-text">
        {t(collision.kind === "writing" ? "alsoWriting" : "hasAnswered", { name: collision.name })}
      </span>
      <Button
        ref={look}
        size="compact-sm"
        variant="default"
        onClick={() => {
          collision.settle();
          toEnd();
        }}
      >
        {t("look")}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          collision.settle();
          onSend();
        }}
      >
        {t("sendAnyway")}
      </Button>
    </div>
  );
}

/// What the colleague writes will stand at the end of the thread.
function toEnd(): void {
  const scroller = scrollerIn(document.querySelector(".thread"));
  scroller?.scrollTo({ top: scroller.scrollHeight });
  scroller?.focus();
}
