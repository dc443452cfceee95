package io.chask.visitor;

import io.chask.api.FileClaims;
import io.chask.api.PostRefusal;
import io.chask.api.SocketConnection;
import io.chask.conversation.Attachment;
import io.chask.conversation.Author;
import io.chask.conversation.BadDraft;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Draft;
import io.chask.delivery.Subscription;
import io.chask.edge.StreamSession;
import io.chask.wire.ClientFrame;
import io.chask.wire.Reason;
import io.chask.wire.ServerFrame.ConversationPosition;
import io.chask.wire.ServerFrame.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A visitor's frames: limits first, then the rules.
final class VisitorSession implements StreamSession {

    /// Conversations known to be the visitor's own, so that marks and typing need no query each time. Bounded by giving
    /// up.
    private static final int MOST_KNOWN = 200;
    /// Conversations that turned out to be nobody's or another's.
    private static final int MOST_STRANGERS = 100;

    /// Windows that a stream may tell of: nobody has so many tabs.
    private static final int MOST_OPENED = 50;

    private final SocketConnection connection;
    private final Subscription subscription;
    private final VisitorServices services;
    private final Author.Visitor visitor;
    private final Set<UUID> own = ConcurrentHashMap.newKeySet();
    // Only counted where frames are handled one at a time.
    private int strangers;
    private int opened;

    /// A session of this connection.
    ///
    /// @param positions of the visitor's conversations
    VisitorSession(
            SocketConnection connection,
            Subscription subscription,
            VisitorServices services,
            List<ConversationPosition> positions) {
        this.connection = connection;
        this.subscription = subscription;
        this.services = services;
        this.visitor = (Author.Visitor) connection.reader();
        positions.stream().limit(MOST_KNOWN).forEach(position -> own.add(position.id()));
    }

    @Override
    public boolean handleNow(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Send send
            when send.isPlain() -> {
                admit(send, List.of());
                yield true;
            }
            case ClientFrame.Ack ack
            when own.contains(ack.conversation()) -> {
                acknowledge(ack);
                yield true;
            }
            case ClientFrame.Read read
            when own.contains(read.conversation()) -> {
                read(read);
                yield true;
            }
            case ClientFrame.Typing typing
            when own.contains(typing.conversation()) -> {
                tell(typing);
                yield true;
            }
            default -> false;
        };
    }

    @Override
    public void handle(ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Send send -> sendWithClaims(send);
            case ClientFrame.CatchUp catchUp -> catchUp(catchUp);
            case ClientFrame.Opened _ -> opened();
            case ClientFrame.Typing typing -> firstTyping(typing);
            case ClientFrame.Ack ack -> {
                if (isOwn(ack.conversation())) {
                    acknowledge(ack);
                }
            }
            case ClientFrame.Read read -> {
                if (isOwn(read.conversation())) {
                    read(read);
                }
            }
            default -> {
                // Agents' frames mean nothing here, like unknown ones (wire/PROTOCOL.md §3).
            }
        }
    }

    private void sendWithClaims(ClientFrame.Send send) {
        switch (services.files()
                .claim(id(send.conversation()), visitor, send.id(), send.attachments(), send.replyTo())) {
            case FileClaims.Claim.Granted(List<Attachment> files) -> admit(send, files);
            case FileClaims.Claim.Refused(PostRefusal refusal) -> connection.send(refusal.frame(send.id()));
        }
    }

    /// All tabs of a browser share a stream: each may open its window once.
    private void opened() {
        if (opened < MOST_OPENED) {
            opened++;
            services.widgets().opened(connection.organization());
            services.history().opened(connection.organization(), visitor.id());
        }
    }

    private void admit(ClientFrame.Send send, List<Attachment> files) {
        var pause = services.quota()
                .take(
                        connection.organization(),
                        visitor.id(),
                        connection.socket().remoteAddress());
        if (pause.isPresent()) {
            limited(send.id(), pause.get());
            return;
        }
        Draft draft;
        try {
            draft = new Draft(id(send.conversation()), send.id(), visitor, send.content(), files, send.replyTo());
        } catch (BadDraft bad) {
            connection.send(PostRefusal.of(bad).frame(send.id()));
            return;
        }
        services.stream().intake().post(connection, draft);
    }

    private void catchUp(ClientFrame.CatchUp frame) {
        var summary = services.stream().conversations().find(id(frame.conversation()), visitor);
        if (summary.isEmpty()) {
            refuse(frame.conversation(), Reason.NOT_FOUND, "there is no such conversation");
            return;
        }
        var position =
                new ConversationPosition(frame.conversation(), summary.get().lastSequence());
        services.stream().replay().catchUp(subscription, position, frame.after());
    }

    private void firstTyping(ClientFrame.Typing typing) {
        if (isOwn(typing.conversation())) {
            tell(typing);
        }
    }

    /// A foreign conversation is as unknown, and whoever keeps naming such is not looked up any more.
    private boolean isOwn(UUID conversation) {
        if (own.contains(conversation)) {
            return true;
        }
        if (strangers == MOST_STRANGERS) {
            return false;
        }
        boolean found = services.stream()
                .conversations()
                .find(id(conversation), visitor)
                .isPresent();
        if (!found) {
            strangers++;
        } else if (own.size() < MOST_KNOWN) {
            own.add(conversation);
        }
        return found;
    }

    private void acknowledge(ClientFrame.Ack ack) {
        services.stream().conversations().acknowledge(id(ack.conversation()), visitor, ack.sequence());
    }

    private void read(ClientFrame.Read read) {
        services.stream().conversations().read(id(read.conversation()), visitor, read.sequence());
    }

    private void tell(ClientFrame.Typing typing) {
        services.stream().fanout().typing(connection, id(typing.conversation()), visitor.id(), typing.active(), null);
    }

    private void refuse(UUID ref, Reason reason, String message) {
        connection.send(new Refusal(ref, reason, message, null));
    }

    private void limited(UUID ref, Duration pause) {
        connection.send(new Refusal(ref, Reason.RATE_LIMITED, "too many messages", pause));
    }

    private ConversationId id(UUID conversation) {
        return new ConversationId(connection.organization(), conversation);
    }

    @Override
    public void closed() {
        subscription.end();
    }
}
