import { Alert, Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useState, type ReactElement } from "react";
import { useTexts, useWords } from "../../shell/words";
import { ProblemAlert } from "../form/SaveBar";
import { Section } from "../form/Section";
import { refusalText } from "../problems";
import { explain, type Check, type Explanation } from "./api";
import { flawText, texts } from "./texts";

/// Tells what is wrong with a pasted token, and what to do.
export function Explainer(): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const [token, setToken] = useState("");
  const asked = useMutation({ mutationFn: () => explain(token) });
  return (
    <Section title={t("explain")} hint={t("explainHint")}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          asked.mutate();
        }}
      >
        <label className="identity-token">
          <span className="field-label">{t("token")}</span>
          <textarea
            className="plain-input"
            rows={4}
            name="token"
            value={token}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setToken(event.currentTarget.value)}
          />
        </label>
        <ProblemAlert text={asked.error === null ? undefined : refusalText(asked.error, words)} />
        <Button
          type="submit"
          variant="default"
          className="identity-check"
          disabled={token.trim() === ""}
          aria-disabled={asked.isPending}
        >
          {t("check")}
        </Button>
      </form>
      <div aria-live="polite">{asked.data === undefined ? null : <Result explanation={asked.data} />}</div>
    </Section>
  );
}

function Result({ explanation }: { readonly explanation: Explanation }): ReactElement {
  const t = useTexts(texts);
  const { valid, checks } = explanation;
  return (
    <>
      <Alert
        className="identity-verdict"
        color={valid ? "green" : "red"}
        icon={valid ? <CircleCheck size={20} /> : <CircleAlert size={20} />}
      >
        {t(valid ? "valid" : "invalid")}
      </Alert>
      <ul className="identity-checks">
        {checks.map((check) => (
          <CheckRow key={check.subject} check={check} />
        ))}
      </ul>
    </>
  );
}

function CheckRow({ check }: { readonly check: Check }): ReactElement {
  const t = useTexts(texts);
  const { subject, ok, value, expected, flaw, message } = check;
  const known = flaw === undefined ? undefined : flawText(flaw);
  return (
    <li data-ok={ok}>
      {ok ? (
        <CircleCheck size={18} aria-label={t("ok")} />
      ) : (
        <CircleAlert size={18} aria-label={t("wrong")} />
      )}
      <code>{subject}</code>
      <div>
        {value === undefined ? null : <bdi className="identity-value">{value}</bdi>}
        {ok ? null : <p>{known === undefined ? message : t(known)}</p>}
        {expected === undefined ? null : <p>{t("expected", { value: expected })}</p>}
      </div>
    </li>
  );
}
