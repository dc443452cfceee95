import { useMutation } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { fullTime } from "../../shell/format";
import { useTexts, useWords } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { TextField } from "../form/fields";
import { useRefusal } from "../useRefusal";
import { retireKey, revokeKey, type Key } from "./api";
import { Grace, usualGrace } from "./Grace";
import { shortKey } from "./KeyRow";
import { texts } from "./texts";

/// Ends a key. What comes later can be taken back until then and is not asked about twice; what is at once cannot, and is
/// asked for by the key's last signs.
export function Revoke({
  doomed,
  onDone,
  onClose,
}: {
  readonly doomed: Key;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const explain = useRefusal(texts, { NOT_FOUND: "gone" });
  const [grace, setGrace] = useState(usualGrace);
  const [written, setWritten] = useState("");
  const ending = doomed.value.slice(-4);
  const atOnce = grace === 0;
  const end = useMutation({
    mutationFn: () => (atOnce ? revokeKey(doomed.id) : retireKey(doomed.id, grace)),
    onSuccess: () => onDone(t(atOnce ? "revoked" : "retiring")),
  });
  return (
    <ConfirmDialog
      title={t("revokeTitle", { key: shortKey(doomed) })}
      action={t(atOnce ? "revokeNow" : "revokeLater")}
      danger={atOnce}
      disabled={atOnce && written.trim() !== ending}
      busy={end.isPending}
      problem={explain(end.error)}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <p>
        {doomed.lastUsedAt === undefined
          ? t("revokeUnused")
          : t("revokeUsed", { time: fullTime(new Date(doomed.lastUsedAt), words) })}
      </p>
      <Grace label={t("when")} value={grace} after onChange={setGrace} />
      <p>{t(atOnce ? "revokeNowText" : "revokeLaterText")}</p>
      {atOnce ? (
        <TextField label={t("typeEnding", { ending })} name="ending" value={written} onChange={setWritten} />
      ) : null}
    </ConfirmDialog>
  );
}
