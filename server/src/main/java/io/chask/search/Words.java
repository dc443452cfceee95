package io.chask.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words of a text, and their plain form: without case and accents, as somebody in a hurry types them. Both the texts
/// and
/// what is searched for go through here, so that they meet whatever the database's own rules for letters are.
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Words() {}

    /// A word where it stands in a text.
    record Place(int start, int end, String word) {}

    static List<Place> in(String text) {
        List<Place> places = new ArrayList<>();
        var words = WORD.matcher(text);
        while (words.find()) {
            places.add(new Place(words.start(), words.end(), words.group()));
        }
        return places;
    }

    /// One word's plain form. May be empty: a mark alone is no word.
    static String plain(String word) {
        var decomposed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("");
    }

    /// A text's words in their plain form, with blanks between.
    static String plainText(String text) {
        var plain = new StringBuilder(text.length());
        for (var place : in(text)) {
            plain.append(plain.isEmpty() ? "" : " ").append(plain(place.word()));
        }
        return plain.toString();
    }
}
