import { ActionIcon, Button, Popover } from "@mantine/core";
import { Ellipsis } from "lucide-react";
import { useState, type ReactElement } from "react";
import { useEscape } from "../../shell/useEscape";
import { useTexts } from "../../shell/words";
import type { Member } from "./api";
import { texts } from "./texts";

export type Deed = "disable" | "enable" | "endSessions" | "resetFactor";

/// What can be done about one of the people, behind a button.
export function MemberActions({
  member,
  owner,
  onDeed,
}: {
  readonly member: Member;
  /// Whether the reader is an owner.
  readonly owner: boolean;
  readonly onDeed: (deed: Deed) => void;
}): ReactElement {
  const t = useTexts(texts);
  const [opened, setOpened] = useState(false);
  useEscape(opened, () => setOpened(false));
  const name = t("more", { name: member.name });
  const deeds: readonly Deed[] = member.disabled
    ? ["enable"]
    : ["endSessions", ...(owner && member.secondFactor ? (["resetFactor"] as const) : []), "disable"];
  return (
    <Popover position="bottom-end" shadow="md" opened={opened} onChange={setOpened} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={name} onClick={() => setOpened(!opened)}>
          <Ellipsis size={20} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={name} className="account-menu">
        {deeds.map((deed) => (
          <Button
            key={deed}
            variant="subtle"
            color="gray"
            fullWidth
            justify="start"
            onClick={() => {
              setOpened(false);
              onDeed(deed);
            }}
          >
            {t(deed)}
          </Button>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
