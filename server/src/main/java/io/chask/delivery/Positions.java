package io.chask.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chask.conversation.ConversationId;
import java.time.Duration;

/// How far each conversation in motion has been told on this node.
final class Positions {
    private final Cache<ConversationId, Long> told = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    void raise(ConversationId conversation, long sequence) {
        told.asMap().merge(conversation, sequence, Math::max);
    }

    /// Begins at this sequence, if nothing is known of the conversation.
    void begin(ConversationId conversation, long sequence) {
        told.asMap().putIfAbsent(conversation, sequence);
    }

    /// @param fallback for a conversation that has not moved here lately
    long of(ConversationId conversation, long fallback) {
        var known = told.getIfPresent(conversation);
        return known == null ? fallback : known;
    }
}
