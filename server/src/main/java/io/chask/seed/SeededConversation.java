package io.chask.seed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A made-up conversation with its visitor.
///
/// @param name     none for a visitor who told nothing of himself
/// @param assignee none while nobody has it
record SeededConversation(
        UUID id,
        UUID visitor,
        @Nullable String name,
        @Nullable String email,
        String locale,
        boolean resolved,
        @Nullable UUID assignee,
        List<String> tags,
        List<Said> said) {

    /// A message. The author is the visitor, or this agent.
    record Said(UUID id, @Nullable UUID agent, String content, Instant at) {}

    Instant begun() {
        return said.getFirst().at();
    }

    Instant ended() {
        return said.getLast().at();
    }
}
