import { ChatError, type Agent } from "@chask/client";
import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { CircleAlert, Info } from "lucide-react";
import { useEffect, useRef, useState, type ReactElement, type SubmitEvent } from "react";
import { api } from "../shell/client";
import { Logo } from "../shell/Logo";
import { problemText } from "../shell/problems";
import { usePageTitle } from "../shell/title";
import { useWords } from "../shell/words";
import { credentialFaults, type CredentialFaults } from "./credentials";
import { LanguageChoice } from "./LanguageChoice";
import "./account.css";

interface Entered {
  readonly email: string;
  readonly password: string;
  /// Of the second factor; asked for once the password is known to be right.
  readonly code: string;
}

/// The form that asks for an agent's email and password.
export function SignIn({
  ended,
  onSignedIn,
}: {
  /// The session was ended by the server.
  readonly ended: boolean;
  readonly onSignedIn: (agent: Agent) => void;
}): ReactElement {
  const words = useWords();
  usePageTitle(words.t("account.signInTitle"));
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <Logo size={40} />
        <h1>{words.t("account.signInTitle")}</h1>
        <p className="sign-in-hint">{words.t("account.signInHint")}</p>
        {ended ? <Alert icon={<Info size={20} />}>{words.t("account.sessionEnded")}</Alert> : null}
        <SignInForm onSignedIn={onSignedIn} />
      </div>
      <LanguageChoice />
    </main>
  );
}

function SignInForm({ onSignedIn }: { readonly onSignedIn: (agent: Agent) => void }): ReactElement {
  const words = useWords();
  const [entered, setEntered] = useState<Entered>({ email: "", password: "", code: "" });
  const [faults, setFaults] = useState<CredentialFaults>({});
  const [codeAsked, setCodeAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const attempt = useMutation({
    mutationFn: ({ email, password, code }: Entered) =>
      api.signIn(email.trim(), password, code === "" ? undefined : code),
    onSuccess: onSignedIn,
    onError: (thrown) => setCodeAsked(codeAsked || isCodeAsked(thrown)),
  });
  useEffect(() => focusField(form.current, codeAsked ? "code" : "email"), [codeAsked]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = credentialFaults(entered.email, entered.password);
    setFaults(found);
    if (found.email === undefined && found.password === undefined) {
      attempt.mutate(entered);
    } else {
      focusField(form.current, found.email === undefined ? "password" : "email");
    }
  };
  const change = (part: Partial<Entered>): void => {
    setEntered({ ...entered, ...part });
    setFaults({});
  };
  const back = (): void => {
    change({ password: "", code: "" });
    setCodeAsked(false);
    attempt.reset();
  };
  return (
    <form ref={form} className="sign-in-form" noValidate onSubmit={submit}>
      {codeAsked ? (
        <CodeField code={entered.code} onChange={(code) => change({ code })} />
      ) : (
        <Fields entered={entered} faults={faults} onChange={change} />
      )}
      <div className="sign-in-problem">
        {attempt.error === null || isCodeAsked(attempt.error) ? null : (
          <Alert color="red" icon={<CircleAlert size={20} />}>
            {problemText(attempt.error, words)}
          </Alert>
        )}
      </div>
      <Button type="submit" size="md" fullWidth aria-disabled={attempt.isPending}>
        {words.t(attempt.isPending ? "account.signingIn" : "account.signIn")}
      </Button>
      {codeAsked ? (
        <Button variant="subtle" color="gray" fullWidth disabled={attempt.isPending} onClick={back}>
          {words.t("account.otherSignIn")}
        </Button>
      ) : null}
    </form>
  );
}

/// The password was right; the code of the second factor is missing.
function isCodeAsked(thrown: unknown): boolean {
  return thrown instanceof ChatError && thrown.details.reason === "TOTP_REQUIRED";
}

function CodeField({
  code,
  onChange,
}: {
  readonly code: string;
  readonly onChange: (code: string) => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <TextInput
      {...look}
      label={t("account.code")}
      description={t("account.codeHint")}
      name="code"
      autoComplete="one-time-code"
      value={code}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const look = { size: "md", required: true, withAsterisk: false } as const;

function Fields({
  entered,
  faults,
  onChange,
}: {
  readonly entered: Entered;
  readonly faults: CredentialFaults;
  readonly onChange: (part: Partial<Entered>) => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <>
      <TextInput
        {...look}
        label={t("account.email")}
        name="email"
        type="email"
        autoComplete="username"
        value={entered.email}
        error={faults.email === undefined ? undefined : t(faults.email)}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <PasswordInput
        {...look}
        label={t("account.password")}
        name="password"
        autoComplete="current-password"
        value={entered.password}
        error={faults.password === undefined ? undefined : t(faults.password)}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
        visibilityToggleButtonProps={{ "aria-label": t("account.showPassword") }}
      />
    </>
  );
}

function focusField(form: HTMLFormElement | null, name: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLElement) {
    field.focus();
  }
}
