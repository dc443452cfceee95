import { Kbd } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { splitText } from "../shell/locale";
import { useWords } from "../shell/words";
import { codePoints, maximumCodePoints, readiness, type ReplyDraft } from "./draft";

const warnBelow = 500;

/// One line under the composer, always there: the keys, or what keeps the reply from being sent.
export function ComposerHint({
  draft,
  editing,
  resolved,
}: {
  readonly draft: ReplyDraft;
  /// A stored message is edited: what Enter does then stands above the text box.
  readonly editing: boolean;
  readonly resolved: boolean;
}): ReactElement {
  const words = useWords();
  const left = maximumCodePoints - codePoints(draft.text);
  if (left < 0) {
    return <Line warn>{words.count(-left, "composer.over.one", "composer.over.other")}</Line>;
  }
  if (readiness(draft) === "failedUpload") {
    return <Line warn>{words.t("composer.removeFailed")}</Line>;
  }
  if (left < warnBelow) {
    return <Line>{words.count(left, "composer.left.one", "composer.left.other")}</Line>;
  }
  if (editing) {
    return <Line>{"\u00a0"}</Line>;
  }
  if (resolved) {
    return <Line>{words.t("composer.resolved")}</Line>;
  }
  return <KeysLine />;
}

function Line({
  warn = false,
  children,
}: {
  readonly warn?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <p className="composer-hint" data-warn={warn} role={warn ? "alert" : undefined}>
      {children}
    </p>
  );
}

const keys: ReadonlyMap<string, readonly string[]> = new Map([
  ["enter", ["Enter"]],
  ["shiftEnter", ["Shift", "Enter"]],
]);

function KeysLine(): ReactElement {
  const { t } = useWords();
  return (
    <p className="composer-hint composer-keys">
      {splitText(t("composer.hint")).map((part) =>
        part.place
          ? keys.get(part.value)?.map((name) => (
              <Kbd key={part.value + name} size="xs">
                {name}
              </Kbd>
            ))
          : part.value,
      )}
    </p>
  );
}
