import type { Agent, Role } from "@chask/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { sessionQuery } from "../../account/session";
import { Avatar } from "../../inbox/Avatar";
import { PresenceDot } from "../../presence/PresenceDot";
import { fullTime } from "../../shell/format";
import { useNotices } from "../../shell/Notices";
import { useTexts, useWords } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { covers } from "../pages";
import { roleLabels, texts as common } from "../texts";
import { useRefusal } from "../useRefusal";
import { changeMember, endSessions, resetFactor, type Member } from "./api";
import { MemberActions, type Deed } from "./MemberActions";
import { RoleChoice } from "./RoleChoice";
import { refusals, texts } from "./texts";

/// One of the people, and what the reader may do about him.
export function MemberRow({ member, self }: { readonly member: Member; readonly self: Agent }): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const word = useTexts(common);
  const [asked, setAsked] = useState<"disable" | "resetFactor">();
  const own = member.id === self.id;
  const act = useDeed(member, own);
  const mayTouch = covers(self.role, "owner") || member.role !== "owner";
  const begin = (deed: Deed): void =>
    deed === "disable" || deed === "resetFactor" ? setAsked(deed) : act.run(deed);
  return (
    <tr className={member.disabled ? "team-disabled" : undefined}>
      <td>
        <span className="team-who">
          <Avatar id={member.id} name={member.name} size={28} />
          <span>
            <span className="team-name">
              <bdi>{member.name}</bdi>
              {member.disabled ? null : <PresenceDot agentId={member.id} />}
              {own ? <span className="pill">{t("you")}</span> : null}
              {member.disabled ? <span className="pill">{t("disabled")}</span> : null}
            </span>
            <bdi className="team-email">{member.email}</bdi>
          </span>
        </span>
      </td>
      <td>
        {mayTouch && !member.disabled ? (
          <RoleChoice member={member} self={self} onChoose={act.give} />
        ) : (
          word(roleLabels[member.role])
        )}
        {act.problem === undefined ? null : (
          <p className="team-problem" role="alert">
            {act.problem}
          </p>
        )}
      </td>
      <td>{member.secondFactor ? t("factor") : t("noFactor")}</td>
      <td data-label={t("seen")}>
        {member.lastSeenAt === undefined ? t("never") : fullTime(new Date(member.lastSeenAt), words)}
      </td>
      <td className="team-actions">
        {mayTouch && !own ? (
          <MemberActions member={member} owner={covers(self.role, "owner")} onDeed={begin} />
        ) : null}
        {asked === undefined ? null : (
          <ConfirmDialog
            title={t(asked === "disable" ? "disableTitle" : "resetTitle", { name: member.name })}
            action={t(asked)}
            danger
            onConfirm={() => {
              setAsked(undefined);
              act.run(asked);
            }}
            onClose={() => setAsked(undefined)}
          >
            <p>{t(asked === "disable" ? "disableText" : "resetText", { name: member.name })}</p>
          </ConfirmDialog>
        )}
      </td>
    </tr>
  );
}

interface Acting {
  readonly run: (deed: Deed) => void;
  readonly give: (role: Role) => void;
  readonly problem: string | undefined;
}

function useDeed(member: Member, own: boolean): Acting {
  const t = useTexts(texts);
  const word = useTexts(common);
  const refusal = useRefusal(texts, refusals);
  const show = useNotices();
  const queries = useQueryClient();
  const again = async (): Promise<void> => {
    // What somebody could not make any more is revoked with it.
    void queries.invalidateQueries({ queryKey: ["invitations"] });
    await queries.invalidateQueries({ queryKey: ["team"] });
  };
  const deed = useMutation({ mutationFn: (what: Deed) => carryOut(what, member.id), onSettled: again });
  const role = useMutation({
    mutationFn: ({ next }: { readonly next: Role; readonly before?: Role }) =>
      changeMember(member.id, { role: next }),
    onSuccess: (_, { next, before }) => {
      if (before !== undefined && !own) {
        show({
          text: t("roleGiven", { name: member.name, role: word(roleLabels[next]) }),
          action: { label: t("undo"), run: () => role.mutate({ next: before }) },
        });
      }
    },
    // One's own role decides what the console shows.
    onSettled: async () => {
      await (own ? queries.invalidateQueries({ queryKey: sessionQuery }) : undefined);
      await again();
    },
  });
  return {
    run: (what) =>
      deed.mutate(what, {
        onSuccess: () =>
          what === "endSessions" ? show({ text: t("ended", { name: member.name }) }) : undefined,
      }),
    give: (next) => role.mutate({ next, before: member.role }),
    problem: refusal(deed.error ?? role.error),
  };
}

async function carryOut(deed: Deed, id: string): Promise<void> {
  switch (deed) {
    case "disable":
      return changeMember(id, { disabled: true });
    case "enable":
      return changeMember(id, { disabled: false });
    case "endSessions":
      return endSessions(id);
    case "resetFactor":
      return resetFactor(id);
    default:
      return deed satisfies never;
  }
}
