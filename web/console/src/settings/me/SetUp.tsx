import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { CopyField } from "../form/CopyField";
import { TextField } from "../form/fields";
import { useRefusal } from "../useRefusal";
import { beginTotp, confirmTotp } from "./api";
import { QrCode } from "./QrCode";
import { refusals, texts } from "./texts";

/// Hands the secret over to an app, and asks for a first code of it.
export function SetUp({
  onCodes,
  onClose,
}: {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const [code, setCode] = useState("");
  // Each opening makes a new secret; while it is open, the secret stays.
  const secret = useQuery({
    queryKey: ["totp-secret"],
    queryFn: beginTotp,
    gcTime: 0,
    staleTime: Infinity,
  });
  const confirm = useMutation({ mutationFn: () => confirmTotp(code), onSuccess: onCodes });
  return (
    <ConfirmDialog
      title={t("scanTitle")}
      action={t("confirm")}
      busy={confirm.isPending}
      disabled={code.trim() === "" || secret.data === undefined}
      problem={refusal(confirm.error ?? secret.error)}
      onConfirm={() => confirm.mutate()}
      onClose={onClose}
    >
      <p>{t("scan")}</p>
      {secret.data === undefined ? null : (
        <>
          <QrCode text={secret.data.uri} />
          <CopyField label={t("secret")} value={secret.data.secret} />
          <a href={secret.data.uri}>{t("openApp")}</a>
        </>
      )}
      <TextField
        label={t("code")}
        hint={t("codeHint")}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
    </ConfirmDialog>
  );
}
