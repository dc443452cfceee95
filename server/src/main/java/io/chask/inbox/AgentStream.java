package io.chask.inbox;

import io.chask.api.FileClaims;
import io.chask.api.SocketConnection;
import io.chask.api.StreamServices;
import io.chask.conversation.Author;
import io.chask.edge.FrameSocket;
import io.chask.edge.StreamEndpoint.Opening;
import io.chask.wire.ClientFrame.Hello;
import io.chask.wire.CloseCode;
import io.chask.wire.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets an agent's stream in by its ticket.
public final class AgentStream {

    private final StreamTickets tickets;
    private final StreamServices services;
    private final FileClaims files;

    AgentStream(StreamTickets tickets, StreamServices services, FileClaims files) {
        this.tickets = tickets;
        this.services = services;
        this.files = files;
    }

    /// Whether this token is a ticket, so that [#open] is to decide.
    public static boolean isTicket(String token) {
        return token.startsWith(StreamTickets.PREFIX);
    }

    /// What the ticket of this first frame opens. Blocks.
    public Opening open(FrameSocket socket, Hello hello) {
        return switch (tickets.redeem(hello.token())) {
            case StreamTickets.Holder holder -> begin(socket, holder, hello.idleSeconds());
            case StreamTickets.Expired() -> new Opening.Refused(CloseCode.TOKEN_EXPIRED, Reason.TOKEN_EXPIRED);
            case StreamTickets.Unknown() -> new Opening.Refused(CloseCode.REVOKED, Reason.TICKET_INVALID);
        };
    }

    private Opening begin(FrameSocket socket, StreamTickets.Holder holder, @Nullable Long idleSeconds) {
        var connection = new SocketConnection(
                socket,
                holder.organization(),
                new Author.Agent(holder.agent()),
                holder.session(),
                services.clock().instant(),
                null);
        var subscription = services.subscriptions().add(connection);
        boolean opened = false;
        try {
            connection.send(services.welcome(connection, List.of()));
            var idle = idleSeconds == null ? null : AgentSession.idle(idleSeconds);
            services.presence().opened(holder.organization(), holder.agent(), idle);
            connection.send(services.presence().frame(holder.organization()));
            subscription.release();
            opened = true;
            return new Opening.Accepted(new AgentSession(connection, subscription, services, files, holder.name()));
        } finally {
            if (!opened) {
                subscription.end();
            }
        }
    }
}
