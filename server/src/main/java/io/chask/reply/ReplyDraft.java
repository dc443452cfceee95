package io.chask.reply;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What somebody wants a canned reply to be.
///
/// @param name  one line by which agents find it
/// @param texts by locale; at least one
public record ReplyDraft(String name, Map<String, String> texts) {

    /// Longest name, in code points.
    public static final int LONGEST_NAME = 50;
    /// Longest text, in code points: leaves room in a message for what is filled in.
    public static final int LONGEST_TEXT = 5_000;

    private static final List<String> LOCALES = List.of("en", "es", "pt-BR");

    /// Takes blank texts out.
    ///
    /// @throws BadReply naming the member that cannot be used
    public ReplyDraft {
        name = name.strip().replaceAll("\\s+", " ");
        unless(!name.isEmpty(), "name", "is missing");
        unless(fits(name, LONGEST_NAME), "name", "must have at most " + LONGEST_NAME + " characters");
        unless(name.codePoints().noneMatch(ReplyDraft::unfit), "name", "has characters that are not allowed");
        var kept = new TreeMap<String, String>();
        texts.forEach((locale, text) -> {
            unless(LOCALES.contains(locale), "texts", "may have the languages " + String.join(", ", LOCALES));
            if (!text.isBlank()) {
                check("texts." + locale, text);
                kept.put(locale, text.strip());
            }
        });
        unless(!kept.isEmpty(), "texts", "needs a text in at least one language");
        texts = Map.copyOf(kept);
    }

    private static void check(String field, String text) {
        unless(fits(text, LONGEST_TEXT), field, "must have at most " + LONGEST_TEXT + " characters");
        unless(
                text.codePoints().noneMatch(sign -> sign == 0 || Character.getType(sign) == Character.SURROGATE),
                field,
                "has characters that are not allowed");
        Variable.unknownIn(text).ifPresent(unknown -> {
            throw new BadReply(field, "has the unknown variable " + unknown + "; known are " + Variable.all());
        });
    }

    private static boolean fits(String text, int most) {
        return text.codePointCount(0, text.length()) <= most;
    }

    private static boolean unfit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.FORMAT -> true;
            default -> false;
        };
    }

    private static void unless(boolean usable, String field, String fault) {
        if (!usable) {
            throw new BadReply(field, fault);
        }
    }
}
