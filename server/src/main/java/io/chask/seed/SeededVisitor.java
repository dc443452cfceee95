package io.chask.seed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A made-up visitor with all he ever did.
///
/// @param referrer      where he came from
/// @param doings        in the order in which he did them
/// @param conversations the oldest first, at least one
record SeededVisitor(
        UUID id,
        SeededPerson person,
        String userAgent,
        @Nullable String referrer,
        List<Doing> doings,
        List<SeededConversation> conversations) {

    /// Something that only the page of the widget sees.
    ///
    /// @param kind of `visitor_visit`
    record Doing(String kind, Instant at, String url, String title) {}

    Instant firstSeen() {
        return doings.getFirst().at();
    }

    Instant lastSeen() {
        return conversations.getLast().ended();
    }

    /// The page he was on last.
    Doing page() {
        return doings.getLast();
    }
}
