import type { ReactElement, ReactNode } from "react";
import { useColleagues, useTeams } from "../inbox/useDesk";
import { PresenceDot } from "../presence/PresenceDot";
import { texts } from "../presence/texts";
import { useAgentId } from "../shell/client";
import { useTexts, useWords } from "../shell/words";
import type { WorkChange } from "./useWork";
import { MenuChoice } from "./WorkMenu";

/// To whom a conversation can be given: nobody, an agent, a team. Tells who of the agents is there.
export function AssigneeMenu({
  change,
  onDone,
}: {
  readonly change: WorkChange;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useWords();
  const word = useTexts(texts);
  const colleagues = useColleagues();
  const teams = useTeams();
  const agentId = useAgentId();
  const has = change.work?.assignee?.id;
  const team = change.work?.team;
  return (
    <>
      <MenuChoice
        chosen={has === undefined}
        onChoose={() => {
          if (has !== undefined) {
            change.assign(undefined);
          }
          onDone();
        }}
      >
        {t("work.nobody")}
      </MenuChoice>
      {colleagues.map(({ id, name }) => (
        <MenuChoice
          key={id}
          chosen={has === id}
          onChoose={() => {
            change.assign({ id, name });
            onDone();
          }}
        >
          <span className="work-person">
            <PresenceDot agentId={id} />
            <bdi className="cut">{id === agentId ? t("work.youNamed", { name }) : name}</bdi>
          </span>
        </MenuChoice>
      ))}
      {teams.length === 0 ? null : (
        <Group label={word("teams")}>
          {team === undefined ? null : (
            <MenuChoice chosen={false} onChoose={() => (change.move(undefined), onDone())}>
              {word("noTeam")}
            </MenuChoice>
          )}
          {teams.map(({ id, name }) => (
            <MenuChoice
              key={id}
              chosen={team?.id === id}
              onChoose={() => {
                change.move({ id, name });
                onDone();
              }}
            >
              <bdi>{name}</bdi>
            </MenuChoice>
          ))}
        </Group>
      )}
    </>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <fieldset className="work-group">
      <legend className="work-group-label">{label}</legend>
      {children}
    </fieldset>
  );
}
