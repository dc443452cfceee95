package io.chask.conversation;

import io.chask.conversation.Author.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Port: what has changed lately, whichever node changed it; for nodes that may have missed a wake-up. Ids and numbers
/// only, never content.
public interface Changes {

    /// A conversation that has new messages.
    record Advanced(ConversationId conversation, UUID visitor, long lastSequence) {}

    /// A conversation whose status, or a message of which, was changed.
    record Restated(ConversationId conversation, UUID visitor, long lastSequence, Instant at) {}

    /// A reader's mark that has grown.
    record Marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {}

    /// Everything that was found.
    record Found(List<Advanced> advanced, List<Restated> restated, List<Marked> marked) {}

    /// What has changed in these organizations within the last `window`, by the database's clock; marks may be up to
    /// five seconds older than they look. Blocks.
    Found within(Collection<UUID> organizations, Duration window);
}
