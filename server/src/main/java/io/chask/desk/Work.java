package io.chask.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be done with a conversation, as one agent sees it.
///
/// @param assignee     who has it; nobody when null
/// @param team         among whose members it is given out; none when null
/// @param snoozedUntil when it wakes by itself; null while it is awake
/// @param tags         names, in their order
/// @param notes        how many there are
/// @param events       how many lines its log has
/// @param mentioned    whether a note mentions this agent that he has not seen
public record Work(
        @Nullable Colleague assignee,
        @Nullable TeamName team,
        @Nullable Instant snoozedUntil,
        List<String> tags,
        int notes,
        int events,
        boolean mentioned) {

    /// Of a conversation that nobody has touched.
    public static final Work NONE = new Work(null, null, null, List.of(), 0, 0, false);

    public Work {
        tags = List.copyOf(tags);
    }
}
