package io.chask.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The person or bot behind a message.
public record WireAuthor(
        UUID id, @Nullable String name, @Nullable String avatarUrl, Kind kind) {
    /// Whether a person writes.
    public enum Kind {
        HUMAN("human"),
        BOT("bot");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /// As written in frames.
        public String wireName() {
            return wireName;
        }
    }
}
