import type { Agent } from "@chask/client";
import { UnstyledButton } from "@mantine/core";
import type { ComponentPropsWithRef, ReactElement } from "react";
import { Avatar } from "../inbox/Avatar";
import { presenceKeys, usePresenceOf } from "../presence/usePresence";
import { useWords } from "../shell/words";
import "../presence/presence.css";

/// The agent's initials and how he is seen; opens the menu.
export function AccountButton({
  agent,
  ...props
}: { readonly agent: Agent } & ComponentPropsWithRef<"button">): ReactElement {
  const { t } = useWords();
  const state = usePresenceOf(agent.id);
  return (
    <UnstyledButton
      aria-haspopup="dialog"
      aria-expanded={false}
      {...props}
      className="account-button"
      aria-label={`${t("account.menu", { name: agent.name })}, ${t(presenceKeys[state])}`}
    >
      <Avatar id={agent.id} name={agent.name} size={28} />
      <span className="presence-dot" data-state={state} />
    </UnstyledButton>
  );
}
