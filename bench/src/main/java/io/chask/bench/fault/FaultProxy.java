package io.chask.bench.fault;

import io.chask.bench.client.History;
import io.chask.bench.client.History.Answer;
import io.chask.bench.client.History.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.UUID;
import java.util.function.Supplier;

/// A proxy that hurts one participant's connections, each by a plan of its own. By frames, so that it can cut between a
/// commit and its answer. The plans follow from the seed alone, whatever other participants do.
public final class FaultProxy implements AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;

    private final ServerSocket listener;
    private final InetSocketAddress server;
    private final String who;
    private final History history;
    private final Supplier<Plan> plans;
    private final Tally tally;
    private volatile boolean hurting = true;

    /// Listens on a free port of this machine.
    ///
    /// @param who     whose connections these are, in the history
    /// @param plans   one for each of his streams, in their order
    /// @param history told of the answers that were kept from him
    FaultProxy(InetSocketAddress server, String who, History history, Supplier<Plan> plans, Tally tally)
            throws IOException {
        this.server = server;
        this.who = who;
        this.history = history;
        this.plans = plans;
        this.tally = tally;
        this.listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /// Where the participant connects.
    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
    }

    /// From now on new connections pass unhurt, so that a run can settle.
    void heal() {
        hurting = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> join(client));
            }
        } catch (IOException closed) {
            // The run is over.
        }
    }

    private synchronized Injury draw() {
        return new Injury(hurting ? plans.get() : Plan.UNHURT, tally);
    }

    private void join(Socket client) {
        var upstream = new Socket();
        try {
            upstream.connect(server, CONNECT_MILLIS);
            new Passage(client, upstream, this::draw, this::kept).run();
        } catch (IOException unreachable) {
            close(client);
        }
    }

    private void kept(PassingFrame frame) {
        frame.json().filter(_ -> frame.is("sent")).ifPresent(sent -> {
            var answer = new Answer(
                    sent.get("sequence").asLong(),
                    sent.get("timestamp").asString(),
                    sent.get("duplicate").asBoolean());
            history.add(new Event.Swallowed(who, UUID.fromString(sent.get("id").asString()), answer));
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to end.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
