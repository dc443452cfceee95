import type { Agent, Role } from "@chask/client";
import { useState, type ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { covers } from "../pages";
import { roleLabels, texts as common } from "../texts";
import type { Member } from "./api";
import { texts } from "./texts";

/// The role of one of the people. One's own is asked about: a key is enough to choose another in the closed field, and
/// nobody can give himself back what he gave up.
export function RoleChoice({
  member,
  self,
  onChoose,
}: {
  readonly member: Member;
  readonly self: Agent;
  readonly onChoose: (role: Role) => void;
}): ReactElement {
  const t = useTexts(texts);
  const word = useTexts(common);
  const [asked, setAsked] = useState<Role>();
  const roles = (["owner", "admin", "agent"] as const).filter((role) => covers(self.role, role));
  const choose = member.id === self.id ? setAsked : onChoose;
  return (
    <>
      <select
        className="plain-input small"
        aria-label={t("roleOf", { name: member.name })}
        value={member.role}
        onChange={(event) => {
          const chosen = roles.find((role) => role === event.currentTarget.value);
          if (chosen !== undefined) {
            choose(chosen);
          }
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {word(roleLabels[role])}
          </option>
        ))}
      </select>
      {asked === undefined ? null : (
        <ConfirmDialog
          title={t("ownRoleTitle")}
          action={t("ownRole")}
          danger
          onConfirm={() => {
            setAsked(undefined);
            onChoose(asked);
          }}
          onClose={() => setAsked(undefined)}
        >
          <p>{t("ownRoleText", { role: word(roleLabels[asked]) })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
