import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fullTime } from "../../shell/format";
import { useNotices } from "../../shell/Notices";
import { useKeptFocus } from "../../shell/useKeptFocus";
import { useTexts, useWords } from "../../shell/words";
import { LoadProblem } from "../form/LoadProblem";
import { ProblemAlert } from "../form/SaveBar";
import { Section } from "../form/Section";
import { roleLabels, texts as common } from "../texts";
import { useRefusal } from "../useRefusal";
import { invitations, revoke, type Invitation } from "./api";
import { refusals, texts } from "./texts";

const key = ["invitations"];

/// Links that nobody has used yet.
export function OpenInvitations(): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const show = useNotices();
  const queries = useQueryClient();
  const kept = useKeptFocus<HTMLDivElement>();
  const open = useQuery({ queryKey: key, queryFn: invitations, refetchOnWindowFocus: "always" });
  const end = useMutation({
    mutationFn: revoke,
    onSuccess: () => show({ text: t("revoked") }),
    onSettled: async () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <div {...kept}>
      <Section title={t("open")} hint={t("openHint")}>
        <LoadProblem of={[open]} refusal={refusal} />
        <ProblemAlert text={refusal(end.error)} />
        {open.data?.length === 0 ? <p>{t("noneOpen")}</p> : null}
        <ul className="team-invitations">
          {(open.data ?? []).map((invitation) => (
            <Row key={invitation.id} invitation={invitation} onRevoke={() => end.mutate(invitation.id)} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Row({
  invitation,
  onRevoke,
}: {
  readonly invitation: Invitation;
  readonly onRevoke: () => void;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const word = useTexts(common);
  const { email, role, invitedBy, expiresAt } = invitation;
  return (
    <li>
      <div className="fill">
        <bdi className="team-name">{email}</bdi>
        <p className="section-hint">
          {word(roleLabels[role])} · {t("expires", { time: fullTime(new Date(expiresAt), words) })}
          {invitedBy === undefined ? null : (
            <>
              {" "}
              · <bdi>{t("invitedBy", { name: invitedBy })}</bdi>
            </>
          )}
        </p>
      </div>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onRevoke}>
        {t("revoke")}
      </Button>
    </li>
  );
}
