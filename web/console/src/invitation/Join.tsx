import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useState, type ReactElement } from "react";
import { forgetAnswers, sessionQuery } from "../account/session";
import { useRefusal } from "../settings/useRefusal";
import { inboxHref, replaceRoute } from "../shell/route";
import { useTexts } from "../shell/words";
import { accept } from "./api";
import { refusals, texts } from "./texts";

const look = { size: "md", required: true, withAsterisk: false } as const;

/// Name and password of the new agent.
export function Join({ token, email }: { readonly token: string; readonly email: string }): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const join = useMutation({
    mutationFn: () => accept(token, name, password),
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: sessionQuery });
      // Somebody else may have been signed in here.
      forgetAnswers(queries);
      replaceRoute(inboxHref);
    },
  });
  const problem = refusal(join.error);
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate();
      }}
    >
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <TextInput
        {...look}
        label={t("name")}
        description={t("nameHint")}
        name="name"
        autoComplete="name"
        maxLength={320}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        {...look}
        label={t("password")}
        description={t("passwordHint")}
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": t("show") }}
      />
      <div className="sign-in-problem">
        {problem === undefined ? null : (
          <Alert color="red" icon={<CircleAlert size={20} />}>
            {problem}
          </Alert>
        )}
      </div>
      <Button type="submit" size="md" fullWidth aria-disabled={join.isPending}>
        {t(join.isPending ? "joining" : "join")}
      </Button>
    </form>
  );
}
