import type { Role } from "@chask/client";
import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { localeNames, locales } from "../../shell/locale";
import { useTexts, useWords } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { CopyField } from "../form/CopyField";
import { SelectField, TextField } from "../form/fields";
import { covers } from "../pages";
import { roleLabels, texts as common } from "../texts";
import { useRefusal } from "../useRefusal";
import { invite, type MadeInvitation } from "./api";
import { refusals, texts } from "./texts";
import { useOpener } from "../../shell/useOpener";

/// Asks whom to invite, then hands the link over.
export function Invite({
  role,
  onClose,
}: {
  readonly role: Role;
  readonly onClose: () => void;
}): ReactElement {
  const [made, setMade] = useState<MadeInvitation>();
  return made === undefined ? (
    <Ask role={role} onMade={setMade} onClose={onClose} />
  ) : (
    <Link made={made} onClose={onClose} />
  );
}

function Ask({
  role: own,
  onMade,
  onClose,
}: {
  readonly role: Role;
  readonly onMade: (made: MadeInvitation) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const word = useTexts(common);
  const words = useWords();
  const refusal = useRefusal(texts, refusals);
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<string>("agent");
  const [locale, setLocale] = useState<string>(words.locale);
  const make = useMutation({
    mutationFn: () => invite(email, role, locale),
    onSuccess: (made) => {
      onMade(made);
      void queries.invalidateQueries({ queryKey: ["invitations"] });
    },
  });
  const roles = (["agent", "admin", "owner"] as const).filter((other) => covers(own, other));
  return (
    <ConfirmDialog
      title={t("inviteTitle")}
      action={t("create")}
      busy={make.isPending}
      disabled={email.trim() === ""}
      problem={refusal(make.error)}
      onConfirm={() => make.mutate()}
      onClose={onClose}
    >
      <p>{t("inviteText")}</p>
      <TextField label={t("email")} name="email" type="email" value={email} onChange={setEmail} />
      <SelectField
        label={t("role")}
        name="role"
        value={role}
        onChange={setRole}
        options={roles.map((value) => ({ value, label: word(roleLabels[value]) }))}
      />
      <SelectField
        label={t("language")}
        name="locale"
        value={locale}
        onChange={setLocale}
        options={locales.map((value) => ({ value, label: localeNames[value] }))}
      />
    </ConfirmDialog>
  );
}

function Link({
  made,
  onClose,
}: {
  readonly made: MadeInvitation;
  readonly onClose: () => void;
}): ReactElement {
  useOpener();
  const t = useTexts(texts);
  const word = useTexts(common);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("linkTitle", { email: made.invitation.email })}
      lockScroll={false}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": word("form.close") }}
    >
      <div className="dialog-form">
        <p>{t("linkText")}</p>
        <CopyField label={t("link")} value={made.link} lines={3} />
        <div className="dialog-buttons">
          <Button onClick={onClose}>{t("done")}</Button>
        </div>
      </div>
    </Modal>
  );
}
