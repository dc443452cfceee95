import { Button } from "@mantine/core";
import { CloudOff } from "lucide-react";
import { useEffect, type ReactElement } from "react";
import { problemText } from "../shell/problems";
import { useWords } from "../shell/words";
import "./account.css";

const retryMilliseconds = 5000;

/// The server could not be asked who is signed in. Asks again by itself.
export function Unreachable({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
}): ReactElement {
  const words = useWords();
  useEffect(() => {
    const timer = window.setInterval(onRetry, retryMilliseconds);
    window.addEventListener("online", onRetry);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", onRetry);
    };
  }, [onRetry]);
  return (
    <main className="sign-in">
      <div className="sign-in-card" role="alert">
        <CloudOff size={32} className="quiet-icon" />
        <h1>{words.t("problem.startTitle")}</h1>
        <p className="sign-in-hint">{problemText(error, words)}</p>
        <Button onClick={onRetry}>{words.t("problem.retry")}</Button>
      </div>
    </main>
  );
}
