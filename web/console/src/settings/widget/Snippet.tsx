import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { settingsHref } from "../../shell/route";
import { useTexts, useWords } from "../../shell/words";
import { CopyField } from "../form/CopyField";
import { SelectField } from "../form/fields";
import { Loaded } from "../form/Loaded";
import { Section } from "../form/Section";
import { keysKey, loadKeys, type Keys } from "../keys/api";
import { shortKey } from "../keys/KeyRow";
import { texts } from "./texts";

const frameworks = ["npm", "React", "Vue", "Angular", "Next.js"] as const;

function docsHref(locale: string, fragment: string): string {
  const folder = locale === "en" ? "" : `${locale.toLowerCase()}/`;
  return `/docs/${folder}installation/${fragment}`;
}

/// What goes into the page, with the organization's own key.
export function Snippet(): ReactElement {
  const t = useTexts(texts);
  const keys = useQuery({ queryKey: keysKey, queryFn: loadKeys });
  return (
    <Section title={t("embed")} hint={t("embedHint")}>
      <Loaded query={keys}>{(data) => <WithKey of={data} />}</Loaded>
    </Section>
  );
}

function WithKey({ of: { keys, organizationId } }: { readonly of: Keys }): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<string>();
  const lasting = keys.filter(({ retiresAt }) => retiresAt === undefined);
  // The newest of those that stay.
  const key = keys.find(({ id }) => id === chosen) ?? lasting.at(-1) ?? keys.at(-1);
  if (key === undefined) {
    return (
      <p>
        <a href={settingsHref("keys")}>{t("noKey")}</a>
      </p>
    );
  }
  return (
    <div className="form">
      {keys.length > 1 ? (
        <SelectField
          label={t("key")}
          name="key"
          value={key.id}
          onChange={setChosen}
          options={keys.map((one) => ({ value: one.id, label: shortKey(one) }))}
        />
      ) : null}
      <CopyField
        label={t("snippet")}
        lines={7}
        value={snippet(window.location.origin, key.value, organizationId)}
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
