import { Alert, Button, Switch } from "@mantine/core";
import { Info } from "lucide-react";
import { useState, type ReactElement } from "react";
import { canNotify, showNotification } from "../../noticing/notification";
import type { NoticeSettings } from "../../noticing/settings";
import { settingsHref } from "../../shell/route";
import { useTexts } from "../../shell/words";
import { Section } from "../form/Section";
import { texts } from "./texts";

type Permission = NotificationPermission | "missing" | "refused";

function permission(): Permission {
  if (!("Notification" in window)) {
    return "missing";
  }
  return canNotify() ? Notification.permission : "refused";
}

/// The browser's own notifications: asked for by the button only, because a browser asks once.
export function BrowserNotices({
  settings,
  change,
}: {
  readonly settings: NoticeSettings;
  readonly change: (part: Partial<NoticeSettings>) => void;
}): ReactElement {
  const t = useTexts(texts);
  const [may, setMay] = useState(permission);
  const ask = async (): Promise<void> => {
    await Notification.requestPermission();
    setMay(permission());
  };
  return (
    <Section title={t("browser")} hint={t("browserHint")}>
      {may === "granted" ? (
        <Granted settings={settings} change={change} onTried={() => setMay(permission())} />
      ) : (
        <NotYet may={may} onAsk={() => void ask()} />
      )}
    </Section>
  );
}

const reasons = { denied: "denied", missing: "missing", refused: "refused" } as const;

function NotYet({
  may,
  onAsk,
}: {
  readonly may: Exclude<Permission, "granted">;
  readonly onAsk: () => void;
}): ReactElement {
  const t = useTexts(texts);
  return may === "default" ? (
    <Button onClick={onAsk}>{t("allow")}</Button>
  ) : (
    <Alert icon={<Info size={20} />}>{t(reasons[may])}</Alert>
  );
}

function Granted({
  settings,
  change,
  onTried,
}: {
  readonly settings: NoticeSettings;
  readonly change: (part: Partial<NoticeSettings>) => void;
  readonly onTried: () => void;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <div className="notify-rows">
      <Switch
        label={t("show")}
        checked={settings.browser}
        onChange={({ currentTarget }) => change({ browser: currentTarget.checked })}
      />
      <Switch
        label={t("preview")}
        description={t("previewHint")}
        checked={settings.preview}
        disabled={!settings.browser}
        onChange={({ currentTarget }) => change({ preview: currentTarget.checked })}
      />
      <Button
        variant="default"
        className="notify-try"
        onClick={() => {
          showNotification({
            title: t("tryTitle"),
            body: t("tryBody"),
            href: settingsHref("notifications"),
            tag: "try",
          });
          onTried();
        }}
      >
        {t("try")}
      </Button>
    </div>
  );
}
