import type { Team } from "@chask/client";
import { ActionIcon, Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { teamsKey, teamsQuery, useColleagues } from "../../inbox/useDesk";
import { useKeptFocus } from "../../shell/useKeptFocus";
import { useTexts } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { Loaded } from "../form/Loaded";
import { Section } from "../form/Section";
import { createReopening, useAsked } from "../form/useAsked";
import { useRefusal } from "../useRefusal";
import { deleteTeam } from "./api";
import { TeamDialog } from "./TeamDialog";
import { refusals, texts } from "./texts";

type Asked =
  | { readonly what: "new" }
  | { readonly what: "edit"; readonly team: Team }
  | { readonly what: "remove"; readonly team: Team };

const reopening = createReopening<Asked>();

/// The teams, and the ways to make, change and dissolve them.
///
/// `owner` is who does.
export function Teams({ owner }: { readonly owner: string }): ReactElement {
  const t = useTexts(texts);
  const teams = useQuery(teamsQuery);
  const { asked, ask, reopen } = useAsked(reopening);
  const kept = useKeptFocus<HTMLDivElement>();
  const close = (): void => ask(undefined);
  const open = (team?: Team): void => reopen(team === undefined ? { what: "new" } : { what: "edit", team });
  const place = { owner, open };
  const now = ({ id }: Team): Team | undefined => teams.data?.find((team) => team.id === id);
  return (
    <div {...kept}>
      <Section
        title={t("teams")}
        hint={t("teamsHint")}
        aside={
          <Button leftSection={<Plus size={18} />} onClick={() => ask({ what: "new" })}>
            {t("newTeam")}
          </Button>
        }
      >
        <Loaded query={teams}>
          {(data) => (
            <>
              {data.length === 0 ? <p className="section-hint">{t("noTeams")}</p> : null}
              <ul className="teams">
                {data.map((team) => (
                  <TeamRow key={team.id} team={team} onAsk={(what) => ask({ what, team })} />
                ))}
              </ul>
            </>
          )}
        </Loaded>
        {asked?.what === "new" ? <TeamDialog place={place} onClose={close} /> : null}
        {asked?.what === "edit" ? (
          // Another team is another form: what is written of one must not get into the other.
          <TeamDialog
            key={asked.team.id}
            team={now(asked.team) ?? asked.team}
            place={place}
            onClose={close}
          />
        ) : null}
        {asked?.what === "remove" ? <Removal team={asked.team} onClose={close} /> : null}
      </Section>
    </div>
  );
}

function TeamRow({
  team,
  onAsk,
}: {
  readonly team: Team;
  readonly onAsk: (what: "edit" | "remove") => void;
}): ReactElement {
  const t = useTexts(texts);
  const colleagues = useColleagues();
  const names = colleagues.filter(({ id }) => team.members.includes(id)).map(({ name }) => name);
  return (
    <li className="team-row">
      <span className="team-row-text">
        <bdi className="team-row-name">{team.name}</bdi>
        <bdi className="section-hint">{names.join(", ")}</bdi>
      </span>
      <ActionIcon aria-label={t("edit", { name: team.name })} onClick={() => onAsk("edit")}>
        <Pencil size={18} />
      </ActionIcon>
      <ActionIcon aria-label={t("remove", { name: team.name })} onClick={() => onAsk("remove")}>
        <Trash2 size={18} />
      </ActionIcon>
    </li>
  );
}

function Removal({ team, onClose }: { readonly team: Team; readonly onClose: () => void }): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteTeam(team.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: teamsKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("removeTitle", { name: team.name })}
      action={t("removeAction")}
      danger
      busy={remove.isPending}
      problem={refusal(remove.error)}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t("removeText")}</p>
    </ConfirmDialog>
  );
}
