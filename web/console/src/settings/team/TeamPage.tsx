import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState, type ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { Loaded } from "../form/Loaded";
import { Section } from "../form/Section";
import { covers, type PageProps } from "../pages";
import { useRefusal } from "../useRefusal";
import { team } from "./api";
import { FactorRule } from "./FactorRule";
import { Invite } from "./Invite";
import { MemberRow } from "./MemberRow";
import { OpenInvitations } from "./OpenInvitations";
import { refusals, texts } from "./texts";
import "./team.css";

/// The organization's people: who they are, what they may do, who is invited.
export function TeamPage({ account }: PageProps): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const [inviting, setInviting] = useState(false);
  const people = useQuery({ queryKey: ["team"], queryFn: team, refetchOnWindowFocus: "always" });
  const { agent } = account;
  return (
    <div className="wide">
      <Section
        title={t("people")}
        hint={t("peopleHint")}
        aside={
          <Button leftSection={<UserPlus size={18} />} onClick={() => setInviting(true)}>
            {t("invite")}
          </Button>
        }
      >
        <Loaded query={people} refusal={refusal}>
          {(data) => (
            <table className="table team-table">
              <thead>
                <tr>
                  <th scope="col">{t("name")}</th>
                  <th scope="col">{t("role")}</th>
                  <th scope="col">{t("factor")}</th>
                  <th scope="col">{t("seen")}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t("actions")}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.members.map((member) => (
                  <MemberRow key={member.id} member={member} self={agent} />
                ))}
              </tbody>
            </table>
          )}
        </Loaded>
      </Section>
      <OpenInvitations />
      {people.data !== undefined && covers(agent.role, "owner") ? (
        <FactorRule required={people.data.requireSecondFactor} />
      ) : null}
      {inviting ? <Invite role={agent.role} onClose={() => setInviting(false)} /> : null}
    </div>
  );
}
