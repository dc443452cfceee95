package io.chask.search;

import io.chask.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation that was found.
///
/// @param place    where it stands among the others
/// @param matches  how many of its messages have the words, or as many of them as the one that has the most
/// @param language by whose rules its words were read
/// @param message  the best of them; none when only the visitor and the tags have the words
public record Match(
        ConversationId conversation,
        Place place,
        long matches,
        String language,
        @Nullable Found message) {

    /// The order: the best first, then the newest.
    public record Place(float rank, Instant writtenAt, UUID conversation) {}

    /// A message that was found.
    ///
    /// @param files their names
    public record Found(UUID id, long sequence, String sender, String content, List<String> files, Instant timestamp) {
        public Found {
            files = List.copyOf(files);
        }
    }
}
