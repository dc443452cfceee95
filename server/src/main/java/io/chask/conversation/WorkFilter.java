package io.chask.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which conversations of a list are meant by what agents do with them.
///
/// @param assignee  only this agent's, or nobody's; all when null
/// @param team      only this team's; all when null
/// @param snoozed   only those that rest, or only those that do not; all when null
/// @param tags      only those that carry all of these names
/// @param mentioned only those with a note that mentions the asking agent and that he has not seen
/// @param now       until when a time to wake has come
public record WorkFilter(
        @Nullable Assignee assignee,
        @Nullable UUID team,
        @Nullable Boolean snoozed,
        List<String> tags,
        boolean mentioned,
        Instant now) {

    /// All conversations.
    public static final WorkFilter ALL = new WorkFilter(null, null, null, List.of(), false, Instant.EPOCH);

    public WorkFilter {
        tags = List.copyOf(tags);
    }

    /// Whose conversations.
    ///
    /// @param agent nobody's when null
    public record Assignee(@Nullable UUID agent) {}
}
