import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Info } from "lucide-react";
import type { ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { LoadProblem } from "../form/LoadProblem";
import type { PageProps } from "../pages";
import { useRefusal } from "../useRefusal";
import { ownAccount } from "./api";
import { Factor } from "./Factor";
import { Password } from "./Password";
import { Profile } from "./Profile";
import { Sending } from "./Sending";
import { Sessions } from "./Sessions";
import { refusals, texts } from "./texts";
import "./me.css";

/// One's own account.
export function Me({ account }: PageProps): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const own = useQuery({ queryKey: ["account"], queryFn: ownAccount });
  const factor = own.data?.secondFactor;
  return (
    <div>
      {factor?.required === true ? (
        <Alert className="me-required" icon={<Info size={20} />}>
          {t("factorRequired")}
        </Alert>
      ) : null}
      <LoadProblem of={[own]} refusal={refusal} />
      <Profile account={account} name={own.data?.name ?? account.agent.name} />
      <Sending />
      <Password />
      {factor === undefined ? null : <Factor factor={factor} />}
      <Sessions />
    </div>
  );
}
