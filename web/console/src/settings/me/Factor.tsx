import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { sessionQuery } from "../../account/session";
import { useTexts } from "../../shell/words";
import { Section } from "../form/Section";
import type { SecondFactor } from "./api";
import { KeepCodes } from "./KeepCodes";
import { RenewCodes, SwitchOff } from "./FactorDialogs";
import { SetUp } from "./SetUp";
import { texts } from "./texts";

/// What is open above the page.
type Step =
  | { readonly name: "none" | "setUp" | "renew" | "off" }
  | { readonly name: "codes"; readonly codes: readonly string[] };

const none: Step = { name: "none" };

/// The second factor: whether there is one, and the ways to set it up, renew its codes and switch it off.
export function Factor({ factor }: { readonly factor: SecondFactor }): ReactElement {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [step, setStep] = useState(none);
  const close = (): void => {
    setStep(none);
    void queries.invalidateQueries({ queryKey: ["account"] });
    void queries.invalidateQueries({ queryKey: sessionQuery });
  };
  const keep = (codes: readonly string[]): void => setStep({ name: "codes", codes });
  return (
    <Section title={t("factor")} hint={t("factorHint")}>
      <p>{factor.enabled ? t("factorOn", { count: factor.recoveryCodes }) : t("factorOff")}</p>
      <div className="me-factor-buttons">
        {factor.enabled ? (
          <>
            <Button variant="default" onClick={() => setStep({ name: "renew" })}>
              {t("renew")}
            </Button>
            <Button variant="default" onClick={() => setStep({ name: "off" })}>
              {t("turnOff")}
            </Button>
          </>
        ) : (
          <Button onClick={() => setStep({ name: "setUp" })}>{t("setUp")}</Button>
        )}
      </div>
      {step.name === "setUp" ? <SetUp onCodes={keep} onClose={close} /> : null}
      {step.name === "renew" ? <RenewCodes onCodes={keep} onClose={close} /> : null}
      {step.name === "off" ? <SwitchOff onClose={close} /> : null}
      {step.name === "codes" ? <KeepCodes codes={step.codes} onClose={close} /> : null}
    </Section>
  );
}
