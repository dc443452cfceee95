import { Button, Popover, SegmentedControl } from "@mantine/core";
import { ChartColumn, Keyboard, LogOut, Settings } from "lucide-react";
import { useState, type ReactElement } from "react";
import { PresenceChoice } from "../presence/PresenceChoice";
import { usePreferences, type Scheme } from "../shell/preferences";
import { reportsHref, settingsHref } from "../shell/route";
import { useEscape } from "../shell/useEscape";
import { useFocusBack } from "../shell/useFocusBack";
import { useWords } from "../shell/words";
import type { Account } from "./AccountGate";
import { AccountButton } from "./AccountButton";
import { LanguageChoice } from "./LanguageChoice";
import { useLeave } from "./useLeave";

/// Who is signed in, the language, the appearance, and the way out. Loaded when it is first asked for, therefore open.
export function AccountMenu({
  account,
  onHelp,
}: {
  readonly account: Account;
  readonly onHelp: () => void;
}): ReactElement {
  const { t } = useWords();
  const [opened, setOpened] = useState(true);
  useFocusBack(opened, ".account-button");
  useEscape(opened, () => setOpened(false));
  const { agent } = account;
  const help = (): void => {
    setOpened(false);
    onHelp();
  };
  const leave = useLeave(account);
  const name = t("account.menu", { name: agent.name });
  return (
    <Popover
      position="bottom-end"
      width={320}
      shadow="md"
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <AccountButton agent={agent} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown aria-label={name} className="account-menu">
        <div className="account-who">
          <bdi className="account-name">{agent.name}</bdi>
          <bdi className="account-email">{agent.email}</bdi>
        </div>
        <PresenceChoice />
        <Choices />
        {agent.role === "agent" ? null : (
          <MenuLink icon={<ChartColumn size={20} />} label={t("account.reports")} href={reportsHref()} />
        )}
        <MenuLink icon={<Settings size={20} />} label={t("account.settings")} href={settingsHref()} />
        <MenuButton icon={<Keyboard size={20} />} label={t("shortcuts.title")} onClick={help} />
        <MenuButton icon={<LogOut size={20} />} label={t("account.signOut")} onClick={leave} />
      </Popover.Dropdown>
    </Popover>
  );
}

function MenuLink({
  icon,
  label,
  href,
}: {
  readonly icon: ReactElement;
  readonly label: string;
  readonly href: string;
}): ReactElement {
  return (
    <Button
      component="a"
      href={href}
      variant="subtle"
      color="gray"
      fullWidth
      justify="start"
      leftSection={icon}
    >
      {label}
    </Button>
  );
}

function MenuButton({
  icon,
  label,
  onClick,
}: {
  readonly icon: ReactElement;
  readonly label: string;
  readonly onClick: () => void;
}): ReactElement {
  return (
    <Button variant="subtle" color="gray" fullWidth justify="start" leftSection={icon} onClick={onClick}>
      {label}
    </Button>
  );
}

function Choices(): ReactElement {
  const { t } = useWords();
  return (
    <div className="account-choices">
      <span className="account-label">{t("account.language")}</span>
      <LanguageChoice fullWidth />
      <span className="account-label">{t("account.appearance")}</span>
      <AppearanceChoice />
    </div>
  );
}

function AppearanceChoice(): ReactElement {
  const { t } = useWords();
  const { preferences, change } = usePreferences();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t("account.appearance")}
      value={preferences.scheme}
      onChange={(value) => change({ scheme: schemeOf(value) })}
      data={[
        { value: "auto", label: t("account.appearance.auto") },
        { value: "light", label: t("account.appearance.light") },
        { value: "dark", label: t("account.appearance.dark") },
      ]}
    />
  );
}

function schemeOf(value: string): Scheme {
  return value === "light" || value === "dark" ? value : "auto";
}
