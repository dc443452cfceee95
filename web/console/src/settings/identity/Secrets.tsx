import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { fullTime } from "../../shell/format";
import { useKeptFocus } from "../../shell/useKeptFocus";
import { useTexts, useWords } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { CopyField } from "../form/CopyField";
import { once } from "../form/once";
import { ProblemAlert } from "../form/SaveBar";
import { Section } from "../form/Section";
import { refusalText } from "../problems";
import { addSecret, revokeSecret, type NewSecret, type Secret } from "./api";
import { texts } from "./texts";

const most = 2;

/// The shared secrets in use; the text of each new one is shown until the page is left.
export function Secrets({
  secrets,
  onChanged,
}: {
  readonly secrets: readonly Secret[];
  readonly onChanged: () => void;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const kept = useKeptFocus<HTMLDivElement>();
  const [doomed, setDoomed] = useState<string>();
  const [made, setMade] = useState<readonly NewSecret[]>([]);
  const add = useMutation({
    mutationFn: addSecret,
    onSuccess: (secret) => {
      setMade((before) => [...before, secret]);
      onChanged();
    },
  });
  const full = secrets.length >= most;
  const fresh = made.filter((each) => secrets.some(({ id }) => id === each.id));
  return (
    <div {...kept}>
      <Section title={t("secrets")} hint={t("secretsHint")}>
        <ul className="identity-secrets">
          {secrets.length === 0 ? <li>{t("none")}</li> : null}
          {secrets.map(({ id, createdAt }) => (
            <li key={id}>
              <code>{id.slice(0, 8)}</code>
              <span>{t("made", { time: fullTime(new Date(createdAt), words) })}</span>
              <Button variant="default" size="xs" onClick={() => setDoomed(id)}>
                {t("revoke")}
              </Button>
            </li>
          ))}
        </ul>
        {fresh.map(({ id, secret }) => (
          <div key={id} className="identity-new">
            <CopyField label={t("newSecret", { id: id.slice(0, 8) })} value={secret} />
            <p className="section-hint">{t("newSecretHint")}</p>
          </div>
        ))}
        <ProblemAlert text={add.error === null ? undefined : refusalText(add.error, words)} />
        <Button
          variant="default"
          // Not disabled for the browser: the press that makes the last secret would lose the focus.
          data-disabled={full}
          aria-disabled={full || add.isPending}
          onClick={once(full || add.isPending, add.mutate)}
        >
          {t("add")}
        </Button>
        {doomed === undefined ? null : (
          <Revocation
            id={doomed}
            onDone={() => {
              setDoomed(undefined);
              onChanged();
            }}
            onClose={() => setDoomed(undefined)}
          />
        )}
      </Section>
    </div>
  );
}

function Revocation({
  id,
  onDone,
  onClose,
}: {
  readonly id: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const revoke = useMutation({ mutationFn: () => revokeSecret(id), onSuccess: onDone });
  return (
    <ConfirmDialog
      title={t("revokeTitle")}
      action={t("revoke")}
      danger
      busy={revoke.isPending}
      problem={revoke.error === null ? undefined : refusalText(revoke.error, words)}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      <p>{t("revokeText")}</p>
    </ConfirmDialog>
  );
}
