package io.chask.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody looks for: all of these words, each whole in one of the languages or the beginning of a word.
///
/// @param typed in lower case
/// @param plain the same without accents
public record SearchTerms(List<String> typed, List<String> plain) {

    /// Most words; more are not looked at.
    static final int MOST = 8;
    private static final int LONGEST = 64;

    public SearchTerms {
        typed = List.copyOf(typed);
        plain = List.copyOf(plain);
    }

    /// The words of a text; nothing when it has none.
    public static Optional<SearchTerms> parse(String text) {
        var words = Words.in(text).stream()
                .map(place -> place.word().toLowerCase(Locale.ROOT))
                .filter(word -> word.length() <= LONGEST && !Words.plain(word).isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SearchTerms(words, words.stream().map(Words::plain).toList()));
    }
}
