import { Button } from "@mantine/core";
import { Clock } from "lucide-react";
import type { ReactElement } from "react";
import { fullTime } from "../../shell/format";
import { useTexts, useWords } from "../../shell/words";
import { CopyField } from "../form/CopyField";
import type { Key } from "./api";
import { texts } from "./texts";

/// How people tell keys apart.
export function shortKey({ value }: Key): string {
  return `${value.slice(0, 7)}…${value.slice(-4)}`;
}

/// A key: what it is, since when, whether pages use it, and what can be done with it.
export function KeyRow({
  shown,
  onReplace,
  onRevoke,
  onKeep,
}: {
  readonly shown: Key;
  readonly onReplace: () => void;
  readonly onRevoke: () => void;
  readonly onKeep: () => void;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const { value, createdAt, lastUsedAt, retiresAt } = shown;
  const name = shortKey(shown);
  return (
    <li className="key">
      <CopyField label={name} value={value} />
      <p className="key-facts">
        <span>{t("made", { time: fullTime(new Date(createdAt), words) })}</span>
        <span>
          {lastUsedAt === undefined
            ? t("unused")
            : t("used", { time: fullTime(new Date(lastUsedAt), words) })}
        </span>
      </p>
      {retiresAt === undefined ? null : (
        <p className="key-retires">
          <Clock size={16} aria-hidden="true" />
          {t("retires", { time: fullTime(new Date(retiresAt), words) })}
        </p>
      )}
      <div className="key-actions">
        {retiresAt === undefined ? (
          <Button variant="default" size="xs" aria-label={t("replaceKey", { key: name })} onClick={onReplace}>
            {t("replace")}
          </Button>
        ) : (
          <Button variant="default" size="xs" aria-label={t("keepKey", { key: name })} onClick={onKeep}>
            {t("keep")}
          </Button>
        )}
        <Button variant="default" size="xs" aria-label={t("revokeKey", { key: name })} onClick={onRevoke}>
          {t("revoke")}
        </Button>
      </div>
    </li>
  );
}
