import type { Team } from "@chask/client";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { colleaguesQuery, teamsKey } from "../../inbox/useDesk";
import { api } from "../../shell/client";
import { useTexts } from "../../shell/words";
import { DraftDialog } from "../form/DraftDialog";
import { Loaded } from "../form/Loaded";
import { TextField } from "../form/fields";
import { useDraft } from "../form/useDraft";
import { useMergedSave, type Member } from "../form/useMergedSave";
import { useRefusal } from "../useRefusal";
import { saveTeam } from "./api";
import { refusals, texts } from "./texts";

const longestName = 60;

/// By the ids of agents, so that each is a field of its own: two who change a team at once take nobody out or in again.
type MemberSet = Readonly<Record<string, true | undefined>>;

interface Written {
  readonly name: string;
  readonly members: MemberSet;
}

function write({ name, members }: Pick<Team, "name" | "members">): Written {
  return { name, members: Object.fromEntries(members.map((id) => [id, true] as const)) };
}

function memberOf(id: string | undefined, onSaved: (team: Team) => void): Member<Written> {
  return {
    key: teamsKey,
    latest: async () => {
      const now = id === undefined ? undefined : (await api.listTeams()).find((team) => team.id === id);
      return now === undefined ? undefined : write(now);
    },
    save: async ({ name, members }) => {
      const wish = { name: name.trim(), members: Object.keys(members).filter((one) => members[one]) };
      const team = await saveTeam({ ...(id === undefined ? {} : { id }), ...wish });
      onSaved(team);
      return write(team);
    },
  };
}

/// Makes a team, or changes one: its name and who is in it.
export function TeamDialog({
  team,
  place,
  onClose,
}: {
  /// As the server has it; a new one has none.
  readonly team?: Team;
  /// Who writes, and what opens the dialog anew, of this team.
  readonly place: { readonly owner: string; readonly open: (team?: Team) => void };
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const { owner, open } = place;
  // The dialog stays open when more is written while a new team is being made, which must not be made twice.
  const [made, setMade] = useState<Team>();
  const known = team ?? made;
  const form = useDraft(write(team ?? { name: "", members: [] }), {
    page: "routing",
    owner,
    dialog: { name: known?.id ?? "new", open: () => open(known) },
  });
  const save = useMergedSave(memberOf(known?.id, setMade), form, onClose);
  const { value, change } = form;
  return (
    <DraftDialog
      title={known === undefined ? t("newTeam") : t("editTitle", { name: known.name })}
      label={t(known === undefined ? "create" : "save")}
      form={form}
      save={save}
      problem={refusal(save.error)}
      onClose={onClose}
    >
      <TextField
        label={t("teamName")}
        name="team"
        required
        maxLength={longestName}
        value={value.name}
        onChange={(name) => change({ name })}
      />
      <Members chosen={value.members} onChange={(members) => change({ members })} />
    </DraftDialog>
  );
}

function Members({
  chosen,
  onChange,
}: {
  readonly chosen: MemberSet;
  readonly onChange: (members: MemberSet) => void;
}): ReactElement {
  const t = useTexts(texts);
  const colleagues = useQuery(colleaguesQuery);
  return (
    <fieldset className="team-members">
      <legend className="field-label">{t("members")}</legend>
      <Loaded query={colleagues}>
        {(data) =>
          data.map(({ id, name }) => (
            <label key={id} className="team-member">
              <input
                type="checkbox"
                checked={chosen[id] === true}
                onChange={(event) =>
                  onChange({ ...chosen, [id]: event.currentTarget.checked ? true : undefined })
                }
              />
              <bdi className="cut">{name}</bdi>
            </label>
          ))
        }
      </Loaded>
    </fieldset>
  );
}
