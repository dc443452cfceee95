import type { Agent } from "@chask/client";
import { UnstyledButton } from "@mantine/core";
import type { ComponentPropsWithRef, ReactElement } from "react";
import { Avatar } from "../inbox/Avatar";
import { useWords } from "../shell/words";

/// The agent's initials; opens the menu.
export function AccountButton({
  agent,
  ...props
}: { readonly agent: Agent } & ComponentPropsWithRef<"button">): ReactElement {
  const { t } = useWords();
  return (
    <UnstyledButton
      aria-haspopup="dialog"
      aria-expanded={false}
      {...props}
      className="account-button"
      aria-label={t("account.menu", { name: agent.name })}
    >
      <Avatar id={agent.id} name={agent.name} size={28} />
    </UnstyledButton>
  );
}
