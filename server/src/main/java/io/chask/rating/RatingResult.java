package io.chask.rating;

import org.jspecify.annotations.Nullable;

/// What became of a question about a rating, or of a rating.
public sealed interface RatingResult {

    /// The conversation is resolved, and this is its rating.
    ///
    /// @param rating none as long as there is none
    record Rated(@Nullable Rating rating) implements RatingResult {}

    /// Only what is resolved is rated.
    record Open() implements RatingResult {}

    /// There is no such conversation of this visitor.
    record Unknown() implements RatingResult {}
}
