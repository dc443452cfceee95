package io.chask.organization;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The owner's own words in one language; what is absent stays the product's.
///
/// @param title         above the conversation, instead of the organization's name
/// @param subtitle      below it, while somebody is there
/// @param awayMessage   below it, while nobody is there
/// @param greeting      large, before the first message
/// @param greetingText  below the greeting
/// @param placeholder   in the empty text box
/// @param launcherLabel beside the launcher's icon, where it is a pill
/// @param questions     offered before the first message, to be sent by a click
public record WidgetTexts(
        @Nullable String title,
        @Nullable String subtitle,
        @Nullable String awayMessage,
        @Nullable String greeting,
        @Nullable String greetingText,
        @Nullable String placeholder,
        @Nullable String launcherLabel,
        @Nullable List<String> questions) {

    /// Questions that are offered at most.
    public static final int MOST_QUESTIONS = 4;

    /// Nothing of one's own.
    public static final WidgetTexts NONE = new WidgetTexts(null, null, null, null, null, null, null, null);

    private static final int LONGEST = 500;
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_QUESTION = 120;

    /// @throws BadSetting when one is too long
    public WidgetTexts {
        questions = questions == null || questions.isEmpty() ? null : List.copyOf(questions);
        BadSetting.unless(
                "texts",
                Stream.of(title, subtitle, awayMessage, greeting, greetingText, placeholder)
                        .filter(Objects::nonNull)
                        .allMatch(text -> text.length() <= LONGEST));
        BadSetting.unless("texts.launcherLabel", launcherLabel == null || launcherLabel.length() <= LONGEST_LABEL);
        BadSetting.unless(
                "texts.questions",
                questions == null
                        || (questions.size() <= MOST_QUESTIONS
                                && questions.stream()
                                        .allMatch(question ->
                                                !question.isBlank() && question.length() <= LONGEST_QUESTION)));
    }
}
