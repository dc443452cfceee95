import { useMutation } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { useRefusal } from "../useRefusal";
import { addKey, type Key } from "./api";
import { Grace, usualGrace } from "./Grace";
import { shortKey } from "./KeyRow";
import { texts } from "./texts";

/// A new key instead of one that goes on for a while.
export function Replace({
  replaced,
  onDone,
  onClose,
}: {
  readonly replaced: Key;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const explain = useRefusal(texts, { TOO_MANY_KEYS: "tooMany", INVALID_FIELD: "gone" });
  const [grace, setGrace] = useState(usualGrace);
  const replace = useMutation({
    mutationFn: () => addKey({ replaces: replaced.id, graceSeconds: grace }),
    onSuccess: onDone,
  });
  return (
    <ConfirmDialog
      title={t("replaceTitle", { key: shortKey(replaced) })}
      action={t("replace")}
      busy={replace.isPending}
      problem={explain(replace.error)}
      onConfirm={() => replace.mutate()}
      onClose={onClose}
    >
      <p>{t("replaceText")}</p>
      <Grace label={t("grace")} value={grace} onChange={setGrace} />
    </ConfirmDialog>
  );
}
