package io.chask.bench.load;

import io.chask.bench.stream.Frame;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visitor and an agent in one conversation. Used on the event loop only.
final class Pair {

    /// What a load does with what its pairs hear. Times are of [System#nanoTime].
    interface Load {

        /// `sent` came for a message whose clock started at `start`.
        void sent(long start, long now);

        /// The other side has a message whose clock started at `start`; `by` received it.
        void delivered(Pair pair, Seat by, long start, long now);

        /// The server refused a message, or a connection ended.
        void failed(String why);
    }

    /// Messages of one pair whose times are remembered; more are never in flight.
    private static final int SLOTS = 8192;

    private static final Load NONE = new Load() {
        @Override
        public void sent(long start, long now) {}

        @Override
        public void delivered(Pair pair, Seat by, long start, long now) {}

        @Override
        public void failed(String why) {
            throw new IllegalStateException("while the pairs took their seats: " + why);
        }
    };

    /// Hears nothing: for a pair that is about to leave.
    static final Load SILENT = new Load() {
        @Override
        public void sent(long start, long now) {}

        @Override
        public void delivered(Pair pair, Seat by, long start, long now) {}

        @Override
        public void failed(String why) {}
    };

    private final UUID conversation;
    private final long prefix;
    private final Runnable ready;
    private final long[] starts = new long[SLOTS];
    private final Seat visitor;
    private final Seat agent;
    private Load load = NONE;
    private long messages;
    private int seated;
    private boolean open;
    private @Nullable UUID opener;

    /// @param prefix the upper half of its messages' ids, unlike any other's
    Pair(UUID conversation, long prefix, String visitorToken, String ticket, Runnable ready) {
        this.conversation = conversation;
        this.prefix = prefix;
        this.ready = ready;
        this.visitor = new Seat(this, true, visitorToken);
        this.agent = new Seat(this, false, ticket);
    }

    UUID conversation() {
        return conversation;
    }

    Seat visitor() {
        return visitor;
    }

    Seat agent() {
        return agent;
    }

    void attach(Load next) {
        load = next;
    }

    /// Sends from one side; its clock starts at `start`.
    void post(Seat from, long start, String content) {
        long number = messages++;
        starts[(int) (number % SLOTS)] = start;
        from.send(new UUID(prefix, 0x8000_0000_0000_0000L | number), content);
    }

    /// Both are welcomed: the visitor opens the conversation.
    void seated(Seat seat) {
        seated++;
        if (seated == 2) {
            opener = new UUID(prefix, 0xbfff_ffff_ffff_ffffL);
            visitor.send(opener, "Hello");
        }
    }

    /// The agent watches: the pair can be loaded.
    void watching() {
        if (!open) {
            open = true;
            ready.run();
        }
    }

    void sent(UUID id, long now) {
        if (id.equals(opener)) {
            opener = null;
            agent.write(Frame.mark("watch", conversation, "after", 0));
            return;
        }
        load.sent(start(id), now);
    }

    void delivered(Seat by, UUID id, long now) {
        if (open && id.getMostSignificantBits() == prefix && id.getLeastSignificantBits() != 0xbfff_ffff_ffff_ffffL) {
            load.delivered(this, by, start(id), now);
        }
    }

    void refused(String why) {
        load.failed(why);
    }

    void lost(int code) {
        load.failed("connection closed with " + code);
    }

    private long start(UUID id) {
        return starts[(int) ((id.getLeastSignificantBits() & Long.MAX_VALUE) % SLOTS)];
    }
}
