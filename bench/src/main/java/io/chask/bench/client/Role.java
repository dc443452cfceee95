package io.chask.bench.client;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Who a participant is, and what it asks of the server beside the stream. What asks may throw
/// [IllegalStateException] when the server does not answer.
public sealed interface Role {

    /// Of the upgrade.
    String origin();

    /// Of the upgrade's header: for an agent the server's own name, also where a proxy stands in between.
    ///
    /// @param connected where the connection goes
    default String host(InetSocketAddress connected) {
        return connected.getHostString() + ":" + connected.getPort();
    }

    /// For `hello`; asked anew for each connection.
    String token();

    /// The database's identity as its session told it; null when it does not resume.
    @Nullable
    String epoch();

    /// `"user"` or `"agent"`.
    String sender();

    /// Whose conversations' full messages it has to ask for.
    List<UUID> watched();

    /// All messages of a conversation by REST.
    List<JsonNode> load(UUID conversation);

    /// A visitor.
    ///
    /// @param token of his session
    record Visitor(String origin, String token, String epoch, Function<UUID, List<JsonNode>> pages) implements Role {

        @Override
        public String sender() {
            return "user";
        }

        @Override
        public List<UUID> watched() {
            return List.of();
        }

        @Override
        public List<JsonNode> load(UUID conversation) {
            return pages.apply(conversation);
        }
    }

    /// An agent; he does not resume, he watches again.
    ///
    /// @param ticket  asks for a new ticket
    /// @param watched the conversations whose messages he wants
    record Agent(String origin, Supplier<String> ticket, List<UUID> watched, Function<UUID, List<JsonNode>> pages)
            implements Role {

        @Override
        public String host(InetSocketAddress connected) {
            return URI.create(origin).getAuthority();
        }

        @Override
        public String token() {
            return ticket.get();
        }

        @Override
        public @Nullable String epoch() {
            return null;
        }

        @Override
        public String sender() {
            return "agent";
        }

        @Override
        public List<JsonNode> load(UUID conversation) {
            return pages.apply(conversation);
        }
    }
}
