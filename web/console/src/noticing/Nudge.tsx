import { Button } from "@mantine/core";
import { Bell } from "lucide-react";
import { useRef, useState, useSyncExternalStore, type ReactElement } from "react";
import { useAgentId } from "../shell/client";
import { useTexts } from "../shell/words";
import { noticeStore } from "./settings";
import { texts } from "./texts";
import "./nudge.css";

/// Offers the browser's notifications to whoever was never asked: who does not open the settings would get none. Gone for
/// good once he has answered, here or to the browser. Stands below the list, so that no row moves when it comes.
export function Nudge(): ReactElement | null {
  const t = useTexts(texts);
  const store = noticeStore(useAgentId());
  const { browser, declined } = useSyncExternalStore(store.subscribe, store.get);
  const [open, setOpen] = useState(isUnasked);
  const place = useRef<HTMLElement>(null);
  if (!open || !browser || declined) {
    return null;
  }
  const leave = (): void => {
    // The focus would be lost with the button that has it.
    place.current?.closest("nav")?.querySelector<HTMLElement>("a.inbox-row, button")?.focus();
  };
  const ask = async (): Promise<void> => {
    await Notification.requestPermission();
    if (!isUnasked()) {
      leave();
      setOpen(false);
    }
  };
  const decline = (): void => {
    leave();
    store.change({ declined: true });
  };
  return (
    <section ref={place} className="nudge" aria-label={t("nudge")}>
      <Bell size={20} className="nudge-icon" aria-hidden="true" />
      <div>
        <p className="nudge-title">{t("nudge")}</p>
        <p className="nudge-hint">{t("nudgeHint")}</p>
        <div className="nudge-choices">
          <Button size="xs" variant="default" onClick={() => void ask()}>
            {t("nudgeAllow")}
          </Button>
          <Button size="xs" variant="subtle" onClick={decline}>
            {t("nudgeDecline")}
          </Button>
        </div>
      </div>
    </section>
  );
}

/// Phones let a page ask, and show nothing then.
function isUnasked(): boolean {
  return (
    "Notification" in window &&
    Notification.permission === "default" &&
    window.matchMedia("(hover: hover)").matches
  );
}
