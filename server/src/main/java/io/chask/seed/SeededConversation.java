package io.chask.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A made-up conversation.
///
/// @param agent        who answers in it
/// @param assigned     whether he also has it
/// @param snoozedUntil while it rests
/// @param said         at least one message
record SeededConversation(
        UUID id,
        UUID visitor,
        String locale,
        boolean resolved,
        UUID agent,
        boolean assigned,
        @Nullable Instant snoozedUntil,
        List<String> tags,
        List<Said> said,
        List<Note> notes) {

    /// A message. The author is the visitor, or this agent.
    record Said(UUID id, @Nullable UUID agent, String content, Instant at) {}

    /// An agent's private words.
    ///
    /// @param after how many messages there were
    record Note(UUID id, long after, String content, Instant at) {}

    Instant begun() {
        return said.getFirst().at();
    }

    Instant ended() {
        return said.getLast().at();
    }

    Instant resolvedAt() {
        return ended().plus(Duration.ofMinutes(10));
    }

    @Nullable
    UUID assignee() {
        return assigned ? agent : null;
    }

    String status() {
        return resolved ? "resolved" : "open";
    }

    long last() {
        return said.size();
    }

    /// How far the agent has seen it: up to his own last answer, or to the end of what he resolved.
    long seen() {
        long answered = 0;
        for (int each = 0; each < said.size(); each++) {
            answered = said.get(each).agent() == null ? answered : each + 1L;
        }
        return resolved ? last() : answered;
    }
}
