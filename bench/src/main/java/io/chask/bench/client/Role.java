package io.chask.bench.client;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Who a participant is.
public sealed interface Role {

    /// Of the upgrade.
    String origin();

    /// For `hello`; asked anew for each connection.
    String token();

    /// A visitor.
    ///
    /// @param token of his session
    record Visitor(String origin, String token) implements Role {}

    /// An agent.
    ///
    /// @param ticket  asks for a new ticket
    /// @param watched the conversations whose messages he wants
    record Agent(String origin, Supplier<String> ticket, List<UUID> watched) implements Role {

        @Override
        public String token() {
            return ticket.get();
        }
    }
}
