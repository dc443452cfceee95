package io.chask.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation in a list, as one reader sees it.
///
/// @param listedAt    its place in the list: at most five seconds before its last message
/// @param lastMessage the last message that was not deleted; none only after erasure
/// @param unread      messages of the other side above the reader's own read mark; counted up to [#MAX_UNREAD]
public record ConversationSummary(
        ConversationId id,
        UUID visitor,
        ConversationStatus status,
        long lastSequence,
        Instant openedAt,
        Instant listedAt,
        @Nullable Message lastMessage,
        Receipt receipt,
        int unread) {

    /// Where counting stops: shown as "99+".
    public static final int MAX_UNREAD = 100;

    /// The same with other marks.
    public ConversationSummary with(Receipt other) {
        return new ConversationSummary(
                id, visitor, status, lastSequence, openedAt, listedAt, lastMessage, other, unread);
    }
}
