package io.chask.bench.load;

import io.chask.bench.stream.Frame;
import io.chask.bench.stream.StreamSocket;
import io.netty.buffer.ByteBuf;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One end of a pair: a connection that says hello, then hands what it hears to its pair. Acknowledges as the real
/// clients do: cumulatively, at most once a second.
final class Seat implements StreamSocket.Listener {

    private static final long ACK_EVERY_NANOS = 1_000_000_000L;

    private final Pair pair;
    private final boolean visitor;
    private final String token;
    private @Nullable StreamSocket socket;
    private long ackedAt;

    Seat(Pair pair, boolean visitor, String token) {
        this.pair = pair;
        this.visitor = visitor;
        this.token = token;
    }

    boolean isVisitor() {
        return visitor;
    }

    void send(UUID id, String content) {
        write(Frame.send(id, pair.conversation(), content));
    }

    void write(byte[] frame) {
        var open = socket;
        if (open != null) {
            open.send(frame);
        }
    }

    void cut() {
        var open = socket;
        if (open != null) {
            open.cut();
        }
    }

    @Override
    public void opened(StreamSocket opened) {
        socket = opened;
        opened.send(Frame.hello(token));
    }

    @Override
    public void text(StreamSocket from, ByteBuf frame) {
        long now = System.nanoTime();
        switch (Frame.type(frame)) {
            case "welcome" -> pair.seated(this);
            case "sent" -> pair.sent(Frame.id(frame), now);
            case "message" -> {
                pair.delivered(this, Frame.id(frame), now);
                acknowledge(Frame.sequence(frame), now);
            }
            case "sync" -> pair.watching();
            case "error" -> pair.refused(frame.toString(java.nio.charset.StandardCharsets.UTF_8));
            default -> {}
        }
    }

    private void acknowledge(long sequence, long now) {
        if (now - ackedAt >= ACK_EVERY_NANOS) {
            ackedAt = now;
            write(Frame.mark("ack", pair.conversation(), "sequence", sequence));
        }
    }

    @Override
    public void closed(StreamSocket was, int code) {
        pair.lost(code);
    }
}
