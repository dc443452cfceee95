package io.chask.visitor;

import io.chask.api.SocketConnection;
import io.chask.api.StreamServices;
import io.chask.api.Tenants;
import io.chask.contact.Holder;
import io.chask.contact.Visitors;
import io.chask.conversation.Author;
import io.chask.edge.FrameSocket;
import io.chask.edge.StreamEndpoint.Opening;
import io.chask.organization.Token;
import io.chask.wire.ClientFrame.Hello;
import io.chask.wire.CloseCode;
import io.chask.wire.Reason;
import io.chask.wire.ServerFrame.Presence;
import java.util.Objects;

/// Lets a visitor's stream in: token, origin, subscription, `welcome`, and what it has missed, in this order.
public final class VisitorStream {

    private final Tenants tenants;
    private final Visitors visitors;
    private final VisitorConversations conversations;
    private final VisitorServices services;

    VisitorStream(Tenants tenants, Visitors visitors, VisitorConversations conversations, VisitorServices services) {
        this.tenants = tenants;
        this.visitors = visitors;
        this.conversations = conversations;
        this.services = services;
    }

    /// What the token of this first frame opens. Blocks.
    public Opening open(FrameSocket socket, Hello hello) {
        var token = Token.parse(hello.token());
        var tenant = token.flatMap(parsed -> tenants.find(parsed.organization()));
        if (token.isEmpty() || tenant.isEmpty()) {
            return new Opening.Refused(CloseCode.REVOKED, Reason.TOKEN_INVALID);
        }
        if (socket.origin().filter(tenant.get()::allows).isEmpty()) {
            return new Opening.Refused(CloseCode.ORIGIN_NOT_ALLOWED, Reason.ORIGIN_NOT_ALLOWED);
        }
        return switch (visitors.authenticate(token.get())) {
            case Holder.Known known -> admit(socket, hello, known);
            case Holder.Expired _ -> new Opening.Refused(CloseCode.TOKEN_EXPIRED, Reason.TOKEN_EXPIRED);
            case Holder.Unknown _ -> new Opening.Refused(CloseCode.REVOKED, Reason.TOKEN_INVALID);
        };
    }

    private Opening admit(FrameSocket socket, Hello hello, Holder.Known known) {
        var visitor = known.visitor();
        if (visitor.blocked()) {
            return new Opening.Refused(CloseCode.BANNED, Reason.BANNED);
        }
        return services.streams().take(visitor.id()).isPresent()
                ? new Opening.Refused(CloseCode.RATE_LIMITED, Reason.RATE_LIMITED)
                : begin(socket, hello, known);
    }

    private Opening begin(FrameSocket socket, Hello hello, Holder.Known known) {
        var visitor = known.visitor();
        StreamServices stream = services.stream();
        var connection = connection(socket, known);
        var subscription = stream.subscriptions().add(connection);
        boolean opened = false;
        try {
            // Read after the subscription was added: what is committed from now on is held and follows.
            var positions = conversations.positions(visitor);
            connection.send(stream.welcome(connection, positions));
            stream.fanout().begun(visitor.organization(), visitor.id(), positions);
            connection.send(Presence.toVisitors(stream.presence().available(visitor.organization())));
            if (hello.resume() != null) {
                stream.replay().resume(subscription, positions, hello.resume());
            }
            subscription.release();
            opened = true;
            return new Opening.Accepted(new VisitorSession(connection, subscription, services, positions));
        } finally {
            if (!opened) {
                subscription.end();
            }
        }
    }

    private SocketConnection connection(FrameSocket socket, Holder.Known known) {
        var visitor = known.visitor();
        var proof = Objects.requireNonNullElse(visitor.apiKey(), visitor.id());
        var since = services.stream().clock().instant();
        var reader = new Author.Visitor(visitor.id());
        return new SocketConnection(socket, visitor.organization(), reader, proof, since, known.device());
    }
}
