import { useMutation } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { PasswordField, TextField } from "../form/fields";
import { useRefusal } from "../useRefusal";
import { disableTotp, renewCodes } from "./api";
import { refusals, texts } from "./texts";

/// New recovery codes, against a code.
export function RenewCodes({
  onCodes,
  onClose,
}: {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const [code, setCode] = useState("");
  const renew = useMutation({ mutationFn: () => renewCodes(code), onSuccess: onCodes });
  return (
    <ConfirmDialog
      title={t("renewTitle")}
      action={t("renew")}
      busy={renew.isPending}
      disabled={code.trim() === ""}
      problem={refusal(renew.error)}
      onConfirm={() => renew.mutate()}
      onClose={onClose}
    >
      <p>{t("renewText")}</p>
      <CodeField value={code} onChange={setCode} />
    </ConfirmDialog>
  );
}

/// No second factor any more, against password and code.
export function SwitchOff({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const off = useMutation({ mutationFn: () => disableTotp(password, code), onSuccess: onClose });
  return (
    <ConfirmDialog
      title={t("offTitle")}
      action={t("turnOff")}
      danger
      busy={off.isPending}
      disabled={password === "" || code.trim() === ""}
      problem={refusal(off.error)}
      onConfirm={() => off.mutate()}
      onClose={onClose}
    >
      <p>{t("offText")}</p>
      <PasswordField
        label={t("password")}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <CodeField value={code} onChange={setCode} />
    </ConfirmDialog>
  );
}

function CodeField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (code: string) => void;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <TextField
      label={t("code")}
      hint={t("anyCodeHint")}
      name="code"
      autoComplete="one-time-code"
      value={value}
      onChange={onChange}
    />
  );
}
