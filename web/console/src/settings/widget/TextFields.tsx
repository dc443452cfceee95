import { Textarea } from "@mantine/core";
import type { ReactElement } from "react";
import { languageName } from "../../shell/format";
import { useTexts, useWords } from "../../shell/words";
import { SelectField, TextField } from "../form/fields";
import { Section } from "../form/Section";
import type { Form } from "../form/useForm";
import { languages, type Language } from "./api";
import { lines, type Written, type WrittenWords } from "./form";
import { texts, type TextKey } from "./texts";

const labels: Readonly<Record<(typeof lines)[number], TextKey>> = {
  title: "text.title",
  subtitle: "text.subtitle",
  awayMessage: "text.awayMessage",
  greeting: "text.greeting",
  greetingText: "text.greetingText",
  placeholder: "text.placeholder",
  launcherLabel: "text.launcherLabel",
};

/// The organization's own words, one language at a time.
export function TextFields({
  form,
  language,
  onLanguage,
  offered,
  crowded,
}: {
  readonly form: Form<Written>;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /// Languages the widget offers.
  readonly offered: readonly string[];
  /// The language whose questions are too many or too long.
  readonly crowded: Language | undefined;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const written = form.value.texts[language];
  const change = (part: Partial<WrittenWords>): void =>
    form.change({ texts: { ...form.value.texts, [language]: { ...written, ...part } } });
  return (
    <Section title={t("texts")} hint={t("textsHint")}>
      <div className="form">
        <SelectField
          label={t("language")}
          hint={offered.includes(language) ? t("languageHint") : t("notOffered")}
          name="language"
          value={language}
          onChange={(chosen) => onLanguage(languages.find((one) => one === chosen) ?? "en")}
          options={languages.map((one) => ({ value: one, label: languageName(one, words) }))}
        />
        {lines.map((name) => (
          <TextField
            key={name}
            label={t(labels[name])}
            name={name}
            value={written[name]}
            maxLength={name === "launcherLabel" ? 40 : 500}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
        <Textarea
          className="field"
          label={t("questions")}
          description={t("questionsHint")}
          name="questions"
          rows={4}
          value={written.questions}
          onChange={(event) => change({ questions: event.currentTarget.value })}
          {...(crowded === language ? { error: t("badQuestions") } : {})}
        />
      </div>
    </Section>
  );
}
