package io.chask.settings;

import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.organization.WidgetTexts;
import io.chask.wire.TextRules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The schema `WidgetTexts` of the HTTP contract, as it was written. What is blank counts as absent.
record TextsBody(
        @Nullable String title,
        @Nullable String subtitle,
        @Nullable String awayMessage,
        @Nullable String greeting,
        @Nullable String greetingText,
        @Nullable String placeholder,
        @Nullable String launcherLabel,
        @Nullable List<String> questions) {

    static TextsBody of(WidgetTexts texts) {
        var questions = texts.questions();
        return new TextsBody(
                texts.title(),
                texts.subtitle(),
                texts.awayMessage(),
                texts.greeting(),
                texts.greetingText(),
                texts.placeholder(),
                texts.launcherLabel(),
                questions == null ? null : List.copyOf(questions));
    }

    /// @throws Refused `INVALID_FIELD` for what cannot be stored
    WidgetTexts texts() {
        return new WidgetTexts(
                kept(title),
                kept(subtitle),
                kept(awayMessage),
                kept(greeting),
                kept(greetingText),
                kept(placeholder),
                kept(launcherLabel),
                keptQuestions());
    }

    private List<String> keptQuestions() {
        return questions == null
                ? List.of()
                : questions.stream()
                        .map(TextsBody::kept)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static @Nullable String kept(@Nullable String text) {
        if (text != null && !TextRules.storable(text)) {
            throw new Refused(Problem.field("texts", "have characters that are not allowed"));
        }
        return text == null || text.isBlank() ? null : text.strip();
    }
}
