import { Button } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { copyText } from "../../shell/copy";
import { useTexts } from "../../shell/words";
import { texts } from "../texts";

const shownMilliseconds = 2000;

/// A text to be copied by a button or by hand, such as a link or a key.
export function CopyField({
  label,
  value,
  lines = 1,
}: {
  readonly label: string;
  readonly value: string;
  readonly lines?: number;
}): ReactElement {
  const t = useTexts(texts);
  const [copied, setCopied] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const timer = window.setTimeout(() => setCopied(false), copied ? shownMilliseconds : 0);
    return () => window.clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    setCopied(await copyText(value));
    // What could not be copied is selected for the keyboard.
    box.current?.select();
  };
  return (
    <div className="copy-field" data-lines={lines > 1 ? "several" : "one"}>
      <label>
        <span className="field-label">{label}</span>
        <textarea
          className="plain-input"
          ref={box}
          readOnly
          rows={lines}
          value={value}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <Button
        variant="default"
        leftSection={copied ? <Check size={16} /> : <Copy size={16} />}
        onClick={() => void copy()}
      >
        <span aria-live="polite">{t(copied ? "form.copied" : "form.copy")}</span>
      </Button>
    </div>
  );
}
