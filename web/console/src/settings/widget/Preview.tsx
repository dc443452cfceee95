import { SegmentedControl } from "@mantine/core";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { languageName } from "../../shell/format";
import { useTexts, useWords } from "../../shell/words";
import { SelectField } from "../form/fields";
import type { OrganizationSettings } from "../organization/api";
import { languages, type Language, type WidgetLook } from "./api";
import { texts } from "./texts";

/// Milliseconds after the last key before the preview follows.
const settled = 250;

const page = "/console/preview";

/// What the widget would be told by the server; as `GET /v1/widget/settings` answers.
function settingsOf(wanted: WidgetLook, name: string, closed: boolean): unknown {
  const { mode, primaryColor, position, avatarUrl, look, texts: words, features } = wanted;
  return {
    organization: { id: "preview", name },
    locales: languages,
    theme: { mode, primaryColor, position },
    attachments: { enabled: true, accept: ["image/*"], maxSize: 1, maxCount: 1 },
    limits: { contentCodePoints: 10_000 },
    features,
    look: {
      ...look,
      texts: words,
      ...(avatarUrl === undefined ? {} : { avatarUrl }),
      ...(closed ? { openings: [{ from: tomorrowAt(9), to: tomorrowAt(18) }] } : {}),
    },
  };
}

/// ISO 8601, by the clock of this browser.
function tomorrowAt(hour: number): string {
  const time = new Date();
  time.setDate(time.getDate() + 1);
  time.setHours(hour, 0, 0, 0);
  return time.toISOString();
}

/// The real widget with what stands in the form. It runs in a frame without an origin that nothing gets out of: what it
/// asks for is answered in the frame, so that no visitor, conversation or figure comes of it.
export function Preview({
  look,
  organization,
  language,
  onLanguage,
}: {
  readonly look: WidgetLook;
  readonly organization: OrganizationSettings;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const [mode, setMode] = useState<"light" | "dark">("light");
  const [device, setDevice] = useState<"desktop" | "phone">("desktop");
  const [open, setOpen] = useState(true);
  const [closed, setClosed] = useState(false);
  const hidden = closed && look.look.whenClosed === "hide";
  const shown = look.mode === "auto" ? mode : look.mode;
  const wish = JSON.stringify({
    settings: settingsOf(look, organization.name, closed),
    locale: language,
    mode: shown,
    open: open && !hidden,
  });
  return (
    <aside className="widget-preview" aria-label={t("preview")}>
      <h3>{t("preview")}</h3>
      <div className="widget-switches">
        <Choice
          label={t("previewMode")}
          value={shown}
          disabled={look.mode !== "auto"}
          options={[
            ["light", t("mode.light")],
            ["dark", t("mode.dark")],
          ]}
          onChange={(chosen) => setMode(chosen === "dark" ? "dark" : "light")}
        />
        <Choice
          label={t("device")}
          value={device}
          options={[
            ["desktop", t("desktop")],
            ["phone", t("phone")],
          ]}
          onChange={(chosen) => setDevice(chosen === "phone" ? "phone" : "desktop")}
        />
        <Choice
          label={t("state")}
          value={open ? "open" : "closed"}
          options={[
            ["open", t("windowOpen")],
            ["closed", t("windowClosed")],
          ]}
          onChange={(chosen) => setOpen(chosen === "open")}
        />
        <Choice
          label={t("hours")}
          value={closed ? "closed" : "open"}
          options={[
            ["open", t("hoursOpen")],
            ["closed", t("hoursClosed")],
          ]}
          onChange={(chosen) => setClosed(chosen === "closed")}
        />
        <SelectField
          label={t("previewLanguage")}
          name="previewLanguage"
          value={language}
          onChange={(chosen) => onLanguage(languages.find((one) => one === chosen) ?? "en")}
          options={languages.map((one) => ({ value: one, label: languageName(one, words) }))}
        />
      </div>
      <Frame key={device} wish={wish} device={device} title={t("preview")} />
      {hidden ? <p className="section-hint">{t("closedHide")}</p> : null}
      <p className="section-hint">{t("previewHint")}</p>
    </aside>
  );
}

function Choice({
  label,
  value,
  options,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}): ReactElement {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={onChange}
      data={options.map(([each, text]) => ({ value: each, label: text }))}
    />
  );
}

/// Logical pixels of the frame: of a phone, and of a page wide enough for the window.
const sizes = { phone: { width: 375, height: 700 }, desktop: { width: 560, height: 760 } } as const;

/// The frame at its logical size, made smaller where there is less room.
function Frame({
  wish,
  device,
  title,
}: {
  readonly wish: string;
  readonly device: "desktop" | "phone";
  readonly title: string;
}): ReactElement {
  const { width, height } = sizes[device];
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [room, setRoom] = useState<number>(width);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? width));
    if (box.current !== null) {
      watch.observe(box.current);
    }
    return () => watch.disconnect();
  }, [width]);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      // Only the fragment differs: nothing is loaded anew, and no step is added to the browser's history.
      frame.current?.contentWindow?.location.replace(`${page}#${encodeURIComponent(wish)}`);
    }, settled);
    return () => window.clearTimeout(timer);
  }, [wish]);
  const scale = Math.min(1, room / width);
  const [source] = useState(() => `${page}#${encodeURIComponent(wish)}`);
  return (
    <div ref={box} className="widget-room" style={{ height: height * scale }}>
      <iframe
        ref={frame}
        title={title}
        src={source}
        sandbox="allow-scripts"
        width={width}
        height={height}
        style={{ transform: `scale(${scale})` }}
      />
    </div>
  );
}
