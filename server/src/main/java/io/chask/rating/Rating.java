package io.chask.rating;

import org.jspecify.annotations.Nullable;

/// How content a visitor was.
///
/// @param score   1 to 5
/// @param comment in his own words
public record Rating(int score, @Nullable String comment) {

    public static final int LEAST = 1;
    public static final int MOST = 5;
    /// Code points.
    public static final int LONGEST_COMMENT = 1_000;

    /// @throws IllegalArgumentException when it is no score
    public Rating {
        if (score < LEAST || score > MOST) {
            throw new IllegalArgumentException("score " + score);
        }
    }
}
