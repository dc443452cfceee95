import { useId, useRef, type ReactElement } from "react";
import {
  fillVariables,
  unknownVariable,
  valuesOf,
  variables,
  type Subjects,
  type Variable,
} from "../../replies/variables";
import { localeNames, type Locale } from "../../shell/locale";
import { useTexts } from "../../shell/words";
import { texts, variableLabels } from "./texts";

/// Somebody to try a text on; the same in all languages, like other names.
const sample = { name: "Maya Lee", email: "maya@example.com", company: { name: "Lee & Sons" } };

/// The text in one language, with the variables to put in and what a visitor would read.
export function LanguageText({
  locale,
  isDefault,
  text,
  subjects,
  onChange,
}: {
  readonly locale: Locale;
  /// The organization's default.
  readonly isDefault: boolean;
  readonly text: string;
  readonly subjects: Omit<Subjects, "visitor">;
  readonly onChange: (text: string) => void;
}): ReactElement {
  const t = useTexts(texts);
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const language = localeNames[locale];
  const unknown = unknownVariable(text);
  const insert = (variable: string): void => {
    const start = box.current?.selectionStart ?? text.length;
    const end = box.current?.selectionEnd ?? text.length;
    const place = `{{${variable}}}`;
    onChange(text.slice(0, start) + place + text.slice(end));
    window.requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(start + place.length, start + place.length);
    });
  };
  return (
    <div className="reply-text">
      <div className="reply-text-head">
        <label htmlFor={id} className="field-label">
          {t("text", { language })}
        </label>
        <VariableChoice label={t("insertVariable", { language })} onChoose={insert} />
      </div>
      <textarea
        id={id}
        className="plain-input"
        ref={box}
        lang={locale}
        rows={4}
        maxLength={5000}
        value={text}
        aria-invalid={unknown !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <p id={`${id}-hint`} className="field-hint" data-fault={unknown !== undefined}>
        {unknown === undefined ? (isDefault ? t("default") : "") : t("unknown", { name: `{{${unknown}}}` })}
      </p>
      {text.trim() === "" ? null : <Preview locale={locale} text={text} subjects={subjects} />}
    </div>
  );
}

/// A menu that puts in what is chosen, and is ready for the next choice.
function VariableChoice({
  label,
  onChoose,
}: {
  readonly label: string;
  readonly onChoose: (variable: Variable) => void;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <select
      className="plain-input small reply-variable"
      aria-label={label}
      value=""
      onChange={({ currentTarget }) => {
        const chosen = variables.find((variable) => variable === currentTarget.value);
        if (chosen !== undefined) {
          onChoose(chosen);
        }
      }}
    >
      <option value="">{t("insert")}</option>
      {variables.map((variable) => (
        <option key={variable} value={variable}>
          {t(variableLabels[variable])}
        </option>
      ))}
    </select>
  );
}

/// A variable of the visitor without a word that could stand in for it.
const barless = /\{\{\s*visitor\.[^{}|]*\}\}/u;

/// Known and unknown side by side, where that makes a difference.
function Preview({
  locale,
  text,
  subjects,
}: {
  readonly locale: Locale;
  readonly text: string;
  readonly subjects: Omit<Subjects, "visitor">;
}): ReactElement {
  const t = useTexts(texts);
  const known = fillVariables(text, valuesOf({ ...subjects, visitor: sample }));
  const unknown = fillVariables(text, valuesOf({ ...subjects, visitor: undefined }));
  return (
    <dl className="reply-preview" aria-live="polite">
      <dt>{t("preview")}</dt>
      <dd lang={locale}>{known.trim()}</dd>
      {unknown === known ? null : (
        <>
          <dt>{t("previewUnknown")}</dt>
          <dd lang={locale}>{unknown.trim()}</dd>
          {barless.test(text) ? (
            <dd className="field-hint">
              {t("fallbackHint", { example: `{{visitor.firstName|${t("fallbackWord")}}}` })}
            </dd>
          ) : null}
        </>
      )}
    </dl>
  );
}
