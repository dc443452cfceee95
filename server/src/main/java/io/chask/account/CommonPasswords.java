package io.chask.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The passwords that guessers try first, as a list of words (`common-passwords.txt`) and rules for what people do to
/// them:
/// capitals, digits for letters, a year or an exclamation mark at the end, the same word or two of them in a row, and
/// runs
/// along the keyboard. A word of the list stands so for thousands of passwords.
final class CommonPasswords {

    private static final Set<String> WORDS = read();
    private static final int LONGEST_WORD =
            WORDS.stream().mapToInt(String::length).max().orElse(0);
    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "1234567890",
            "1qaz2wsx3edc4rfv5tgb6yhn",
            "q1w2e3r4t5y6u7i8o9p0",
            "qazwsxedcrfvtgbyhnujm",
            "01234567890");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");
    private static final int MOST_WORDS = 2;
    private static final int FEWEST_CHARACTERS = 4;

    private CommonPasswords() {}

    private static Set<String> read() {
        var file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Pattern.compile(" +").splitAsStream(line))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the common passwords", e);
        }
    }

    /// Whether it is one of them.
    static boolean contains(String password) {
        var plain = unaccented(password);
        return plain.chars().distinct().count() < FEWEST_CHARACTERS
                || plain.chars().noneMatch(Character::isLetter)
                || isRepeated(plain)
                || isRun(plain)
                || forms(plain).anyMatch(CommonPasswords::isOfWords);
    }

    /// As it is; and with letters for digits, save those at its end or at both ends, which stand there for themselves.
    private static Stream<String> forms(String plain) {
        var front = plain.replaceAll("[^a-z]+$", "");
        var folded = Stream.of(plain, front, front.replaceAll("^[^a-z]+", "")).map(CommonPasswords::fold);
        return Stream.concat(Stream.of(plain), folded.flatMap(form -> Stream.of(form, form.replace('i', 'l'))));
    }

    /// In small letters without accents, and with the letters that digits and signs stand for.
    static String fold(String text) {
        var folded = new StringBuilder();
        unaccented(text).chars().forEach(sign -> folded.append(letter((char) sign)));
        return folded.toString();
    }

    /// Only its letters, small and without accents.
    static String letters(String text) {
        return NO_LETTER.matcher(unaccented(text)).replaceAll("");
    }

    private static String unaccented(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static char letter(char sign) {
        return switch (sign) {
            case '0' -> 'o';
            case '1', '!', '|' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7', '+' -> 't';
            case '8' -> 'b';
            case '9' -> 'g';
            default -> sign;
        };
    }

    /// One piece of at most four characters again and again.
    private static boolean isRepeated(String text) {
        for (int length = 1; length <= FEWEST_CHARACTERS; length++) {
            var piece = text.substring(0, Math.min(length, text.length()));
            if (piece.repeat(text.length() / piece.length() + 1).startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    /// Along the alphabet or the keyboard, there or back, perhaps with a few more characters.
    private static boolean isRun(String text) {
        var letters = text.replaceAll("[^a-z0-9]", "");
        return RUNS.stream().anyMatch(run -> covers(run + run, letters) || covers(reversed(run + run), letters));
    }

    private static boolean covers(String run, String text) {
        int spare = 3;
        for (int from = 0; from <= spare && from < text.length(); from++) {
            for (int to = text.length(); to > from && text.length() - (to - from) <= spare; to--) {
                if (to - from > spare && run.contains(text.substring(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /// Nothing but words of the list, at most two different ones, with whatever stands between them.
    private static boolean isOfWords(String text) {
        Set<String> used = new HashSet<>();
        for (var run : NO_LETTER.split(text, -1)) {
            if (!run.isEmpty() && !divides(run, used)) {
                return false;
            }
        }
        return !used.isEmpty() && used.size() <= MOST_WORDS;
    }

    /// Takes the longest word first, which is right for nearly all and quick for any.
    private static boolean divides(String run, Set<String> used) {
        int place = 0;
        while (place < run.length()) {
            int end = Math.min(run.length(), place + LONGEST_WORD);
            while (end > place && !WORDS.contains(run.substring(place, end))) {
                end--;
            }
            if (end == place) {
                return false;
            }
            used.add(run.substring(place, end));
            place = end;
        }
        return true;
    }
}
