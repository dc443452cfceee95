package io.chask.organization;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The owner's own words in one language.
public record WidgetTexts(
        @Nullable String title,
        @Nullable String subtitle,
        @Nullable String greeting,
        @Nullable String placeholder,
        @Nullable String awayMessage) {

    private static final int LONGEST = 500;

    /// @throws BadSetting when one is longer than 500 characters
    public WidgetTexts {
        BadSetting.unless(
                "texts",
                Stream.of(title, subtitle, greeting, placeholder, awayMessage)
                        .allMatch(text -> text == null || text.length() <= LONGEST));
    }
}
