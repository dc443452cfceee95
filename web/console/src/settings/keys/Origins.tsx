import { ActionIcon, Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState, type ReactElement } from "react";
import { useNotices } from "../../shell/Notices";
import { useKeptFocus } from "../../shell/useKeptFocus";
import { useTexts, useWords } from "../../shell/words";
import { TextField } from "../form/fields";
import { ProblemAlert } from "../form/SaveBar";
import { Section } from "../form/Section";
import { refusalText } from "../problems";
import { changeOrigins } from "./api";
import { originFault, originOf } from "./origin";
import { texts, type TextKey } from "./texts";

/// The origins whose pages may show the chat. One that is removed can be had back at once.
export function Origins({
  origins,
  refresh,
}: {
  readonly origins: readonly string[];
  readonly refresh: () => Promise<void>;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const show = useNotices();
  const kept = useKeptFocus<HTMLDivElement>();
  const [written, setWritten] = useState("");
  const [fault, setFault] = useState<TextKey>();
  const change = useMutation({ mutationFn: changeOrigins, onSettled: refresh });
  const remove = (origin: string): void =>
    change.mutate(
      { remove: [origin] },
      {
        onSuccess: () =>
          show({
            text: t("originRemoved", { origin }),
            action: { label: t("undo"), run: () => change.mutate({ add: [origin] }) },
          }),
      },
    );
  const submit = (): void => {
    const wrong = originFault(written);
    const known = wrong === undefined && origins.includes(originOf(written)) ? "originKnown" : undefined;
    setFault(wrong ?? known);
    if (wrong === undefined && known === undefined) {
      change.mutate({ add: [written.trim()] }, { onSuccess: () => setWritten("") });
    }
  };
  return (
    <Section title={t("origins")} hint={t("originsHint")}>
      <div {...kept}>
        <ul className="origins">
          {origins.length === 0 ? <li>{t("noOrigins")}</li> : null}
          {origins.map((origin) => (
            <li key={origin}>
              <code>{origin}</code>
              <ActionIcon aria-label={t("removeOrigin", { origin })} onClick={() => remove(origin)}>
                <X size={18} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <ProblemAlert text={change.error === null ? undefined : refusalText(change.error, words)} />
        <form
          className="origin-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <TextField
            type="url"
            label={t("origin")}
            hint={t("originHint")}
            name="origin"
            value={written}
            onChange={setWritten}
            fault={fault === undefined ? undefined : t(fault)}
          />
          <Button type="submit" variant="default" aria-disabled={change.isPending}>
            {t("allow")}
          </Button>
        </form>
      </div>
    </Section>
  );
}
