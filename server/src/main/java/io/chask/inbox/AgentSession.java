package io.chask.inbox;

import io.chask.api.FileClaims;
import io.chask.api.PostRefusal;
import io.chask.api.SocketConnection;
import io.chask.api.StreamServices;
import io.chask.conversation.Attachment;
import io.chask.conversation.Author;
import io.chask.conversation.BadDraft;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Draft;
import io.chask.delivery.Subscription;
import io.chask.delivery.ViewingAgent;
import io.chask.delivery.WatchResult;
import io.chask.edge.StreamSession;
import io.chask.wire.ClientFrame;
import io.chask.wire.Reason;
import io.chask.wire.ServerFrame.ConversationPosition;
import io.chask.wire.ServerFrame.Refusal;
import io.chask.wire.ViewingState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// An agent's frames.
final class AgentSession implements StreamSession {

    private final SocketConnection connection;
    private final Subscription subscription;
    private final StreamServices services;
    private final FileClaims files;
    private final String name;
    private final Author.Agent agent;
    // The visitors of watched conversations: as many as may be watched.
    private final Map<UUID, UUID> visitors = new ConcurrentHashMap<>();
    // The one that is before the agent, so that colleagues are told when the stream ends.
    private volatile @Nullable UUID viewed;

    /// A session of this connection.
    ///
    /// @param name shown to visitors while the agent types
    AgentSession(
            SocketConnection connection,
            Subscription subscription,
            StreamServices services,
            FileClaims files,
            String name) {
        this.connection = connection;
        this.subscription = subscription;
        this.services = services;
        this.files = files;
        this.name = name;
        this.agent = (Author.Agent) connection.reader();
    }

    @Override
    public boolean handleNow(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Send send
            when send.isPlain() -> {
                post(send, List.of());
                yield true;
            }
            case ClientFrame.Ack ack -> {
                services.conversations().acknowledge(id(ack.conversation()), agent, ack.sequence());
                yield true;
            }
            case ClientFrame.Read read -> {
                services.conversations().read(id(read.conversation()), agent, read.sequence());
                yield true;
            }
            case ClientFrame.Typing typing -> isTold(typing);
            case ClientFrame.Viewing viewing
            when visitors.containsKey(viewing.conversation()) -> {
                tell(viewing.conversation(), viewing.state());
                yield true;
            }
            case ClientFrame.Presence(var idleSeconds) -> isActive(idleSeconds);
            default -> false;
        };
    }

    /// A visitor who is not here may have become another by being identified: he is looked up.
    private boolean isTold(ClientFrame.Typing typing) {
        var visitor = visitors.get(typing.conversation());
        if (visitor == null
                || services.subscriptions()
                        .ofVisitor(connection.organization(), visitor)
                        .isEmpty()) {
            return false;
        }
        tell(typing, visitor);
        return true;
    }

    private boolean isActive(long idleSeconds) {
        services.presence().active(connection.organization(), agent.id(), idle(idleSeconds));
        return true;
    }

    /// Beyond a day it makes no difference.
    static Duration idle(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, 86_400));
    }

    @Override
    public void handle(ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Send send -> sendWithClaims(send);
            case ClientFrame.Watch watch -> watch(watch);
            case ClientFrame.Unwatch unwatch -> unwatch(unwatch.conversation());
            case ClientFrame.CatchUp catchUp ->
                found(catchUp.conversation()).ifPresent(summary -> replay(summary, catchUp.after()));
            case ClientFrame.Typing typing ->
                found(typing.conversation()).ifPresent(summary -> {
                    visitors.replace(typing.conversation(), summary.visitor());
                    tell(typing, summary.visitor());
                });
            case ClientFrame.Viewing viewing ->
                found(viewing.conversation()).ifPresent(_ -> tell(viewing.conversation(), viewing.state()));
            default -> {
                // Handled at once, or answered by the edge.
            }
        }
    }

    private void watch(ClientFrame.Watch watch) {
        var found = found(watch.conversation());
        if (found.isEmpty()) {
            return;
        }
        switch (subscription.watch(watch.conversation())) {
            case WatchResult.TOO_MANY ->
                refuse(watch.conversation(), Reason.TOO_MANY_WATCHED, "unwatch another conversation first");
            case WatchResult.WATCHED -> {
                visitors.put(watch.conversation(), found.get().visitor());
                try {
                    // Read again: what was committed before the watching began may not be held.
                    found(watch.conversation()).ifPresent(summary -> {
                        replay(summary, watch.after());
                        services.fanout()
                                .begun(connection.organization(), summary.visitor(), List.of(position(summary)));
                    });
                } finally {
                    subscription.release();
                }
            }
        }
    }

    private void unwatch(UUID conversation) {
        subscription.unwatch(conversation);
        visitors.remove(conversation);
    }

    private void replay(ConversationSummary summary, long after) {
        services.replay().catchUp(subscription, position(summary), after);
    }

    private static ConversationPosition position(ConversationSummary summary) {
        return new ConversationPosition(summary.id().value(), summary.lastSequence());
    }

    private void sendWithClaims(ClientFrame.Send send) {
        switch (files.claim(id(send.conversation()), agent, send.id(), send.attachments(), send.replyTo())) {
            case FileClaims.Claim.Granted(List<Attachment> attachments) -> post(send, attachments);
            case FileClaims.Claim.Refused(PostRefusal refusal) -> connection.send(refusal.frame(send.id()));
        }
    }

    private void post(ClientFrame.Send send, List<Attachment> attachments) {
        Draft draft;
        try {
            draft = new Draft(id(send.conversation()), send.id(), agent, send.content(), attachments, send.replyTo());
        } catch (BadDraft bad) {
            connection.send(PostRefusal.of(bad).frame(send.id()));
            return;
        }
        services.intake().post(connection, draft);
    }

    private void tell(ClientFrame.Typing typing, UUID visitor) {
        services.fanout().typing(connection, id(typing.conversation()), visitor, typing.active(), name);
    }

    private void tell(UUID conversation, ViewingState state) {
        viewed = state == ViewingState.LEFT ? null : conversation;
        var colleague = new ViewingAgent(agent.id(), name, connection.id());
        services.fanout().viewing(id(conversation), colleague, state);
    }

    private Optional<ConversationSummary> found(UUID conversation) {
        var summary = services.conversations().find(id(conversation), agent);
        if (summary.isEmpty()) {
            refuse(conversation, Reason.NOT_FOUND, "there is no such conversation");
        }
        return summary;
    }

    private void refuse(UUID ref, Reason reason, String message) {
        connection.send(new Refusal(ref, reason, message, null));
    }

    private ConversationId id(UUID conversation) {
        return new ConversationId(connection.organization(), conversation);
    }

    @Override
    public void closed() {
        var last = viewed;
        if (last != null) {
            tell(last, ViewingState.LEFT);
        }
        subscription.end();
    }
}
