package io.chask.delivery;

import io.chask.conversation.ConversationId;
import io.chask.wire.CloseCode;
import io.chask.wire.EncodedFrame;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// A connection's place among those that are told. It begins *held*: what happens is kept back until [#release], so
/// that
/// the state can be loaded and written first, with nothing missed or doubled between.
public final class Subscription {
    /// Most conversations an agent watches (wire/PROTOCOL.md §4.4).
    static final int MAX_WATCHED = 20;

    private final Connection connection;
    private final Subscriptions subscriptions;
    private final Set<UUID> watched = new HashSet<>(0);
    private volatile @Nullable HeldFrames held = new HeldFrames();
    private volatile @Nullable ConcurrentMap<UUID, Long> written;

    Subscription(Connection connection, Subscriptions subscriptions) {
        this.connection = connection;
        this.subscriptions = subscriptions;
    }

    /// The stream.
    public Connection connection() {
        return connection;
    }

    /// Adds full messages of a conversation of this connection's organization, which its reader is known to see. Live
    /// messages are held from here until [#release].
    public synchronized WatchResult watch(UUID conversation) {
        if (!watched.contains(conversation) && watched.size() == MAX_WATCHED) {
            return WatchResult.TOO_MANY;
        }
        hold();
        watched.add(conversation);
        subscriptions.addWatcher(new ConversationId(connection.organization(), conversation), this);
        return WatchResult.WATCHED;
    }

    /// Takes full messages of the conversation away.
    public synchronized void unwatch(UUID conversation) {
        if (watched.remove(conversation)) {
            subscriptions.removeWatcher(new ConversationId(connection.organization(), conversation), this);
        }
    }

    private void hold() {
        if (held == null) {
            held = new HeldFrames();
        }
    }

    /// What has been held goes out, without the messages that [Replay] has written already; from now on everything goes
    /// out at once.
    public void release() {
        var frames = held;
        if (frames != null) {
            frames.release(this::write, () -> held = null);
        }
    }

    /// The conversation has been written up to this sequence: what is announced of it late is not written again.
    synchronized void written(UUID conversation, long sequence) {
        var before = written;
        var positions = before == null ? new ConcurrentHashMap<UUID, Long>() : before;
        positions.merge(conversation, sequence, Math::max);
        written = positions;
    }

    private void write(@Nullable UUID conversation, long sequence, EncodedFrame frame) {
        if (conversation == null || !stale(conversation, sequence)) {
            connection.send(frame);
        }
    }

    /// Announcements come in order: after the first new one no late one follows.
    private boolean stale(UUID conversation, long sequence) {
        var positions = written;
        var upTo = positions == null ? null : positions.get(conversation);
        if (positions == null || upTo == null) {
            return false;
        }
        if (sequence <= upTo) {
            return true;
        }
        positions.remove(conversation);
        return false;
    }

    /// Writes a frame that is not a message.
    void tell(EncodedFrame frame) {
        deliver(null, 0, frame);
    }

    /// Writes a message's frame.
    void deliver(@Nullable UUID conversation, long sequence, EncodedFrame frame) {
        var frames = held;
        if (frames == null) {
            write(conversation, sequence, frame);
            return;
        }
        switch (frames.hold(conversation, sequence, frame)) {
            case HELD -> {
                // Goes out with the release.
            }
            case RELEASED -> write(conversation, sequence, frame);
            case FULL -> connection.close(CloseCode.SLOW_CONSUMER);
        }
    }

    /// Ends it: the stream has ended.
    public synchronized void end() {
        Set.copyOf(watched).forEach(this::unwatch);
        subscriptions.remove(this);
    }
}
