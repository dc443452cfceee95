package io.chask.delivery;

import io.chask.conversation.ConversationId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which connection is sending which message now, so that it is not told its own: it gets `sent`. As many as drafts
/// wait
/// for their commit, which is bounded.
final class OwnSends {
    private record Key(ConversationId conversation, UUID message) {}

    private final Map<Key, UUID> connections = new ConcurrentHashMap<>();

    void begin(ConversationId conversation, UUID message, UUID connection) {
        connections.put(new Key(conversation, message), connection);
    }

    /// Forgets it; the connection that sent, if it was one of this node.
    @Nullable
    UUID end(ConversationId conversation, UUID message) {
        return connections.remove(new Key(conversation, message));
    }
}
