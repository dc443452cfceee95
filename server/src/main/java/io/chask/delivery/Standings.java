package io.chask.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chask.conversation.Author;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Marks;
import io.chask.conversation.Receipt;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// How far both sides of the conversations in motion have come, kept so that a mark need not be followed by a query for
/// everyone who is told. Marks only grow, so a late or repeated event changes nothing.
final class Standings {
    private final Marks marks;
    private final Cache<ConversationId, Standing> standings = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Standings(Marks marks) {
        this.marks = marks;
    }

    /// A reader's mark has grown to these values.
    void raise(ConversationId conversation, Reader reader, long delivered, long read) {
        var standing = standings.get(conversation, _ -> new Standing());
        synchronized (standing) {
            switch (reader) {
                case Author.Visitor _ -> standing.visitor = standing.visitor.raised(delivered, read);
                case Author.Agent agent -> {
                    standing.agents = standing.agents.raised(delivered, read);
                    standing.ownReads.merge(agent.id(), read, Math::max);
                }
            }
        }
    }

    /// The marks as this reader sees them. May block.
    Receipt receipt(ConversationId conversation, Reader reader) {
        var standing = standings.get(conversation, _ -> new Standing());
        synchronized (standing) {
            standing.load(marks, conversation, reader);
            return switch (reader) {
                case Author.Visitor _ ->
                    new Receipt(standing.agents.delivered(), standing.agents.read(), standing.visitor.read());
                case Author.Agent agent ->
                    new Receipt(
                            standing.visitor.delivered(),
                            standing.visitor.read(),
                            standing.ownReads.getOrDefault(agent.id(), 0L));
            };
        }
    }

    /// Another node has changed something: read again.
    void forget(ConversationId conversation) {
        standings.invalidate(conversation);
    }

    /// How far one side has come.
    private record Side(long delivered, long read) {
        static final Side NOWHERE = new Side(0, 0);

        Side raised(long delivered, long read) {
            return new Side(Math.max(this.delivered, delivered), Math.max(this.read, read));
        }
    }

    private static final class Standing {
        private Side visitor = Side.NOWHERE;
        private Side agents = Side.NOWHERE;
        private final Map<UUID, Long> ownReads = new HashMap<>();
        private final Set<UUID> loaded = new HashSet<>();

        /// Reads what this reader's view needs, once. Each view tells the other side's marks and the reader's own.
        void load(Marks marks, ConversationId conversation, Reader reader) {
            if (loaded.contains(reader.id())) {
                return;
            }
            var receipt = marks.receipts(List.of(conversation), reader).getOrDefault(conversation, Receipt.NONE);
            // Not before: when the database fails, the next one asks again.
            loaded.add(reader.id());
            switch (reader) {
                case Author.Visitor _ -> {
                    agents = agents.raised(receipt.delivered(), receipt.read());
                    visitor = visitor.raised(receipt.ownRead(), receipt.ownRead());
                }
                case Author.Agent agent -> {
                    visitor = visitor.raised(receipt.delivered(), receipt.read());
                    ownReads.merge(agent.id(), receipt.ownRead(), Math::max);
                }
            }
        }
    }
}
