import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor } from "lucide-react";
import type { ReactElement } from "react";

import { fullTime } from "../../shell/format";
import { useNotices } from "../../shell/Notices";
import { useKeptFocus } from "../../shell/useKeptFocus";
import { useTexts, useWords } from "../../shell/words";
import { LoadProblem } from "../form/LoadProblem";
import { ProblemAlert } from "../form/SaveBar";
import { Section } from "../form/Section";
import { useRefusal } from "../useRefusal";
import { deviceName } from "./device";
import { endOtherSessions, endSession, ownSessions, type OwnSession } from "./api";
import { refusals, texts } from "./texts";

const key = ["own-sessions"];

/// Where one is signed in.
export function Sessions(): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const show = useNotices();
  const queries = useQueryClient();
  const kept = useKeptFocus<HTMLDivElement>();
  const sessions = useQuery({ queryKey: key, queryFn: ownSessions });
  const again = async (): Promise<void> => queries.invalidateQueries({ queryKey: key });
  const end = useMutation({ mutationFn: endSession, onSettled: again });
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => show({ text: t("endedOthers") }),
    onSettled: again,
  });
  const listed = sessions.data ?? [];
  return (
    <div {...kept}>
      <Section
        title={t("sessions")}
        hint={t("sessionsHint")}
        aside={
          listed.length > 1 ? (
            <Button variant="default" onClick={() => endOthers.mutate()}>
              {t("endOthers")}
            </Button>
          ) : null
        }
      >
        <LoadProblem of={[sessions]} refusal={refusal} />
        <ProblemAlert text={refusal(end.error ?? endOthers.error)} />
        <ul className="me-sessions">
          {listed.map((session) => (
            <Session key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Session({
  session,
  onEnd,
}: {
  readonly session: OwnSession;
  readonly onEnd: () => void;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const time = (at: string): string => fullTime(new Date(at), words);
  return (
    <li className="me-session">
      <Monitor size={20} strokeWidth={1.75} aria-hidden="true" />
      <div className="fill">
        <p className="me-device">
          {deviceName(session.userAgent, words) ?? t("unknownDevice")}
          {session.current ? <span className="pill">{t("thisOne")}</span> : null}
        </p>
        <p className="section-hint">
          <bdi>{session.address}</bdi> · {t("begun", { time: time(session.createdAt) })} ·{" "}
          {t("seen", { time: time(session.lastSeenAt) })}
        </p>
      </div>
      {session.current ? null : (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onEnd}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}
