import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { settingsHref } from "../../shell/route";
import { useTexts, useWords } from "../../shell/words";
import { CopyField } from "../form/CopyField";
import { SelectField } from "../form/fields";
import { Section } from "../form/Section";
import { keysKey, loadKeys } from "../keys/api";
import { shortKey } from "../keys/KeyRow";
import { texts } from "./texts";

const frameworks = ["npm", "React", "Vue", "Angular", "Next.js"] as const;

function docsHref(locale: string, fragment: string): string {
  const folder = locale === "en" ? "" : `${locale.toLowerCase()}/`;
  return `/docs/${folder}installation/${fragment}`;
}

/// What goes into the page, with the organization's own key.
export function Snippet(): ReactElement | null {
  const { locale } = useWords();
  const t = useTexts(texts);
  const keys = useQuery({ queryKey: keysKey, queryFn: loadKeys });
  const [chosen, setChosen] = useState<string>();
  if (keys.data === undefined) {
    return null;
  }
  const lasting = keys.data.keys.filter(({ retiresAt }) => retiresAt === undefined);
  // The newest of those that stay.
  const key = keys.data.keys.find(({ id }) => id === chosen) ?? lasting.at(-1) ?? keys.data.keys.at(-1);
  return (
    <Section title={t("embed")} hint={t("embedHint")}>
      {key === undefined ? (
        <p>
          <a href={settingsHref("keys")}>{t("noKey")}</a>
        </p>
      ) : (
        <div className="form">
          {keys.data.keys.length > 1 ? (
            <SelectField
              label={t("key")}
              name="key"
              value={key.id}
              onChange={setChosen}
              options={keys.data.keys.map((one) => ({ value: one.id, label: shortKey(one) }))}
            />
          ) : null}
          <CopyField
            label={t("snippet")}
            lines={7}
            value={snippet(window.location.origin, key.value, keys.data.organizationId)}
          />
          <p className="section-hint">
            {t("frameworks")}{" "}
            {frameworks.map((name, index) => (
              <span key={name}>
                {index === 0 ? "" : " · "}
                <a
                  href={docsHref(locale, name === "npm" ? "#npm" : "#frameworks")}
                  target="_blank"
                  rel="noopener"
                >
                  {name}
                </a>
              </span>
            ))}
          </p>
          <p className="section-hint">
            <a href={settingsHref("keys")}>{t("originsLink")}</a>
          </p>
        </div>
      )}
    </Section>
  );
}

/// The start call, as the documentation has it.
export function snippet(origin: string, apiKey: string, organizationId: string): string {
  return `<script src="${origin}/widget.js"></script>
<script>
  ChaskWidget.init({
    apiKey: "${apiKey}",
    organizationId: "${organizationId}",
  });
</script>`;
}
