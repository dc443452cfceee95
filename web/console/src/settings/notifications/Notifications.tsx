import { Switch } from "@mantine/core";
import { useMemo, useSyncExternalStore, type ReactElement } from "react";
import { clockOf, minuteOf } from "../../noticing/quiet";
import { kinds, noticeStore, sounds, type NoticeSettings } from "../../noticing/settings";
import { createLoudspeaker } from "../../noticing/sound";
import { useTexts } from "../../shell/words";
import { SelectField } from "../form/fields";
import { Section } from "../form/Section";
import type { PageProps } from "../pages";
import { BrowserNotices } from "./BrowserNotices";
import { texts } from "./texts";
import "./notifications.css";

interface PartProps {
  readonly settings: NoticeSettings;
  readonly change: (part: Partial<NoticeSettings>) => void;
}

/// How one is told of what is new, on this browser. Each change holds at once.
export function Notifications({ account }: PageProps): ReactElement {
  const t = useTexts(texts);
  const store = noticeStore(account.agent.id);
  const settings = useSyncExternalStore(store.subscribe, store.get);
  const parts = { settings, change: store.change };
  return (
    <div>
      <p className="notify-where">{t("where")}</p>
      <Kinds {...parts} />
      <BrowserNotices {...parts} />
      <Sounds {...parts} />
      <Quiet {...parts} />
    </div>
  );
}

const kindLabels = {
  mine: "kind.mine",
  unassigned: "kind.unassigned",
  assigned: "kind.assigned",
  woken: "kind.woken",
  mentions: "kind.mentions",
} as const;

const soundLabels = {
  none: "sound.none",
  chime: "sound.chime",
  drop: "sound.drop",
  knock: "sound.knock",
} as const;

function Kinds({ settings, change }: PartProps): ReactElement {
  const t = useTexts(texts);
  return (
    <Section title={t("kinds")} hint={t("kindsHint")}>
      <div className="notify-rows">
        {kinds.map((kind) => (
          <Switch
            key={kind}
            label={t(kindLabels[kind])}
            checked={settings.kinds[kind]}
            onChange={({ currentTarget }) =>
              change({ kinds: { ...settings.kinds, [kind]: currentTarget.checked } })
            }
          />
        ))}
      </div>
    </Section>
  );
}

/// Choosing one plays it.
function Sounds({ settings, change }: PartProps): ReactElement {
  const t = useTexts(texts);
  const speaker = useMemo(() => createLoudspeaker(), []);
  return (
    <Section title={t("sound")} hint={t("soundHint")}>
      <div className="notify-sounds" role="radiogroup" aria-label={t("sound")}>
        {(["none", ...sounds] as const).map((sound) => (
          <label key={sound} className="notify-sound">
            <input
              type="radio"
              name="sound"
              checked={settings.sound === sound}
              onChange={() => {
                change({ sound });
                if (sound !== "none") {
                  void speaker.play(sound);
                }
              }}
            />
            {t(soundLabels[sound])}
          </label>
        ))}
      </div>
    </Section>
  );
}

function Quiet({ settings: { quiet }, change }: PartProps): ReactElement {
  const t = useTexts(texts);
  const put = (part: Partial<NoticeSettings["quiet"]>): void => change({ quiet: { ...quiet, ...part } });
  const zones = useMemo(() => zonesWith(quiet.zone), [quiet.zone]);
  return (
    <Section title={t("quiet")} hint={t("quietHint")}>
      <Switch
        label={t("quietOn")}
        checked={quiet.on}
        onChange={({ currentTarget }) => put({ on: currentTarget.checked })}
      />
      {quiet.on ? (
        <div className="notify-quiet">
          <TimeField label={t("quietFrom")} minute={quiet.from} onChange={(from) => put({ from })} />
          <TimeField label={t("quietTo")} minute={quiet.to} onChange={(to) => put({ to })} />
          <SelectField
            label={t("zone")}
            name="zone"
            value={quiet.zone}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            onChange={(zone) => put({ zone })}
          />
        </div>
      ) : null}
    </Section>
  );
}

function TimeField({
  label,
  minute,
  onChange,
}: {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}): ReactElement {
  return (
    <label className="field select-field">
      <span className="field-label">{label}</span>
      <input
        type="time"
        className="plain-input notify-time"
        required
        defaultValue={clockOf(minute)}
        onChange={({ currentTarget }) => {
          const told = minuteOf(currentTarget.value);
          if (told !== undefined) {
            onChange(told);
          }
        }}
      />
    </label>
  );
}

/// The zones that the browser knows; the kept one may be an older name.
function zonesWith(zone: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", zone])].toSorted();
}
