package io.chask.search;

import io.chask.conversation.ConversationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation that was found.
///
/// @param place    where it stands among the others
/// @param matches  how many of its messages have the words
/// @param language by whose rules its words were read
/// @param message  the best of them; none when only the visitor or a tag has the words
public record Match(
        ConversationId conversation,
        Place place,
        long matches,
        String language,
        @Nullable Found message) {

    /// The order: the best first, then the newest.
    public record Place(float rank, Instant writtenAt, UUID conversation) {}

    /// A message that was found.
    public record Found(UUID id, long sequence, String sender, String content, Instant timestamp) {}
}
