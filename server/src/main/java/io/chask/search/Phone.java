package io.chask.search;

import java.util.List;
import java.util.stream.IntStream;

/// The forms in which somebody looks for a telephone number: without its blanks and signs, with or without the code of
/// the country.
public final class Phone {

    /// Fewer digits at the end are no number that somebody would look for.
    private static final int FEWEST = 6;

    private Phone() {}

    /// All digits, and what is left of them without the first ones.
    public static List<String> forms(String phone) {
        var digits = phone.replaceAll("[^0-9]", "");
        return IntStream.rangeClosed(0, digits.length() - FEWEST)
                .mapToObj(digits::substring)
                .toList();
    }
}
