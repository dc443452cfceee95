import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState, type ReactElement } from "react";
import { useNotices } from "../../shell/Notices";
import { useKeptFocus } from "../../shell/useKeptFocus";
import { useTexts } from "../../shell/words";
import { Loaded } from "../form/Loaded";
import { ProblemAlert } from "../form/SaveBar";
import { once } from "../form/once";
import { Section } from "../form/Section";
import { useRefusal } from "../useRefusal";
import { addKey, keepKey, keysKey, loadKeys, type Key } from "./api";
import { KeyRow } from "./KeyRow";
import { Origins } from "./Origins";
import { Replace } from "./Replace";
import { Revoke } from "./Revoke";
import { texts } from "./texts";
import "./keys.css";

/// The publishable keys, and the origins whose pages may use them.
export function Keys(): ReactElement {
  const client = useQueryClient();
  const keys = useQuery({ queryKey: keysKey, queryFn: loadKeys });
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: keysKey });
  return (
    <div className="wide">
      <Loaded query={keys}>
        {(data) => (
          <>
            <KeyList keys={data.keys} refresh={refresh} />
            <Origins origins={data.origins} refresh={refresh} />
          </>
        )}
      </Loaded>
    </div>
  );
}

type Wish = { readonly deed: "replace" | "revoke"; readonly key: Key };

function KeyList({
  keys,
  refresh,
}: {
  readonly keys: readonly Key[];
  readonly refresh: () => Promise<void>;
}): ReactElement {
  const t = useTexts(texts);
  const show = useNotices();
  const kept = useKeptFocus<HTMLDivElement>();
  const explain = useRefusal(texts, { TOO_MANY_KEYS: "tooMany", NOT_FOUND: "gone" });
  const [wish, setWish] = useState<Wish>();
  const add = useMutation({
    mutationFn: () => addKey(),
    onSuccess: async () => {
      await refresh();
      show({ text: t("added") });
    },
  });
  const keep = useMutation({
    mutationFn: keepKey,
    onSettled: refresh,
    onSuccess: () => show({ text: t("kept") }),
  });
  const done = async (said: string): Promise<void> => {
    setWish(undefined);
    await refresh();
    show({ text: said });
  };
  return (
    <div {...kept}>
      <Section
        title={t("keys")}
        hint={t("keysHint")}
        aside={
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            aria-disabled={add.isPending}
            onClick={once(add.isPending, add.mutate)}
          >
            {t("add")}
          </Button>
        }
      >
        <ProblemAlert text={explain(add.error ?? keep.error)} />
        <ul className="keys">
          {keys.map((key) => (
            <KeyRow
              key={key.id}
              shown={key}
              onReplace={() => setWish({ deed: "replace", key })}
              onRevoke={() => setWish({ deed: "revoke", key })}
              onKeep={() => keep.mutate(key.id)}
            />
          ))}
        </ul>
        {keys.length === 0 ? <p>{t("none")}</p> : null}
        {wish?.deed === "replace" ? (
          <Replace
            replaced={wish.key}
            onDone={() => void done(t("replaced"))}
            onClose={() => setWish(undefined)}
          />
        ) : null}
        {wish?.deed === "revoke" ? (
          <Revoke doomed={wish.key} onDone={(said) => void done(said)} onClose={() => setWish(undefined)} />
        ) : null}
      </Section>
    </div>
  );
}
