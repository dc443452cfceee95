import type { ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { Section } from "../form/Section";
import type { PageProps } from "../pages";
import { roleLabels, texts } from "../texts";

/// One's own account.
export function Me({ account }: PageProps): ReactElement {
  const t = useTexts(texts);
  const { agent } = account;
  return (
    <div>
      <Section title={t("me.profile")} hint={t("me.profileHint")}>
        <dl className="facts">
          <dt>{t("me.name")}</dt>
          <dd>
            <bdi>{agent.name}</bdi>
          </dd>
          <dt>{t("me.email")}</dt>
          <dd>
            <bdi>{agent.email}</bdi>
          </dd>
          <dt>{t("me.role")}</dt>
          <dd>{t(roleLabels[agent.role])}</dd>
          <dt>{t("me.organization")}</dt>
          <dd>
            <bdi>{agent.organizationName}</bdi>
          </dd>
        </dl>
      </Section>
    </div>
  );
}
