package io.chask.conversation;

import java.util.Locale;

/// Where a conversation stands in the agents' work.
public enum ConversationStatus {
    /// Wants attention.
    OPEN,
    /// Done; a visitor's message opens it again, unless the organization forbids that.
    RESOLVED;

    /// The name in REST bodies and the database.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The status of this wire name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static ConversationStatus of(String wireName) {
        for (ConversationStatus status : values()) {
            if (status.wireName().equals(wireName)) {
                return status;
            }
        }
        throw new IllegalArgumentException("unknown conversation status " + wireName);
    }
}
