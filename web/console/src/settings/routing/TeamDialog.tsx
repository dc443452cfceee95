import type { Team } from "@chask/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { colleaguesQuery, teamsKey } from "../../inbox/useDesk";
import { useTexts } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { Loaded } from "../form/Loaded";
import { TextField } from "../form/fields";
import { useRefusal } from "../useRefusal";
import { saveTeam } from "./api";
import { refusals, texts } from "./texts";

const longestName = 60;

/// Makes a team, or changes one: its name and who is in it.
export function TeamDialog({
  team,
  onClose,
}: {
  readonly team?: Team;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const queries = useQueryClient();
  const [name, setName] = useState(team?.name ?? "");
  const [members, setMembers] = useState<readonly string[]>(team?.members ?? []);
  const save = useMutation({
    mutationFn: saveTeam,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: teamsKey });
      onClose();
    },
  });
  const wish = { ...(team === undefined ? {} : { id: team.id }), name: name.trim(), members };
  return (
    <ConfirmDialog
      title={team === undefined ? t("newTeam") : t("editTitle", { name: team.name })}
      action={t(team === undefined ? "create" : "save")}
      disabled={name.trim() === ""}
      busy={save.isPending}
      problem={refusal(save.error)}
      onConfirm={() => save.mutate(wish)}
      onClose={onClose}
    >
      <TextField label={t("teamName")} name="team" maxLength={longestName} value={name} onChange={setName} />
      <Members chosen={members} onChange={setMembers} />
    </ConfirmDialog>
  );
}

function Members({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (members: readonly string[]) => void;
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
                checked={chosen.includes(id)}
                onChange={(event) =>
                  onChange(
                    event.currentTarget.checked ? [...chosen, id] : chosen.filter((member) => member !== id),
                  )
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
