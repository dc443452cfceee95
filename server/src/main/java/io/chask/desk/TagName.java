package io.chask.desk;

import java.util.Optional;

/// The name of a tag: one line of up to 50 code points. Names that differ in case only are the same tag's.
public record TagName(String text) {

    /// Longest name, in code points.
    public static final int MAX_LENGTH = 50;

    /// The name, with single blanks only; nothing when it cannot be one.
    public static Optional<TagName> parse(String typed) {
        var text = typed.strip().replaceAll("\\s+", " ");
        boolean fits = !text.isEmpty()
                && text.codePointCount(0, text.length()) <= MAX_LENGTH
                && text.codePoints().noneMatch(TagName::unfit);
        return fits ? Optional.of(new TagName(text)) : Optional.empty();
    }

    private static boolean unfit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.FORMAT -> true;
            default -> false;
        };
    }
}
