import { Switch } from "@mantine/core";
import type { ReactElement } from "react";
import { usePreferences } from "../../shell/preferences";
import { useTexts } from "../../shell/words";
import { Section } from "../form/Section";
import { texts } from "./texts";

/// Whether a reply waits a moment in which it can be taken back. Kept in this browser.
export function Sending(): ReactElement {
  const t = useTexts(texts);
  const { preferences, change } = usePreferences();
  return (
    <Section title={t("sending")}>
      <Switch
        label={t("undoSend")}
        description={t("undoSendHint")}
        checked={preferences.undoSend}
        onChange={(event) => change({ undoSend: event.currentTarget.checked })}
      />
    </Section>
  );
}
