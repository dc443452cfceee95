package io.chask.edge;

import io.chask.wire.ClientFrame;
import io.chask.wire.CloseCode;
import io.chask.wire.Limits;
import io.chask.wire.Reason;
import io.chask.wire.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// A trivial feature: welcomes everyone but `refused`, and `closed`, whose stream ends first; answers each `send` with
/// `sent`, counting.
final class TestEndpoint implements StreamEndpoint {
    final Map<UUID, FrameSocket> sockets = new ConcurrentHashMap<>();
    final BlockingQueue<UUID> ended = new LinkedBlockingQueue<>();
    final BlockingQueue<FrameSocket> opened = new LinkedBlockingQueue<>();
    volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public Optional<Problem> refuse(Request request) {
        return request.origin().equals(Optional.of("https://evil.example"))
                ? Optional.of(Problem.of(Reason.ORIGIN_NOT_ALLOWED))
                : Optional.empty();
    }

    @Override
    public Opening open(FrameSocket socket, ClientFrame.Hello hello) {
        if (hello.token().equals("refused")) {
            return new Opening.Refused(CloseCode.REVOKED, Reason.TOKEN_INVALID);
        }
        if (hello.token().equals("closed")) {
            socket.close(CloseCode.DRAINING);
            return new Opening.Accepted(new Session(socket));
        }
        sockets.put(socket.id(), socket);
        socket.send(new ServerFrame.Welcome(
                socket.id(), UUID.randomUUID(), Duration.ofSeconds(25), Instant.EPOCH, Limits.VERSION_1, List.of()));
        // After that: what a test sends must not come before the welcome, as nothing of the server's does.
        opened.add(socket);
        return new Opening.Accepted(new Session(socket));
    }

    private final class Session implements StreamSession {
        private final FrameSocket socket;
        private long sequence;

        Session(FrameSocket socket) {
            this.socket = socket;
        }

        @Override
        public boolean handleNow(ClientFrame frame) {
            // Every second one waits for its turn on a virtual thread, so that both ways are mixed.
            return frame instanceof ClientFrame.Send send && sequence % 2 == 0 && answer(send);
        }

        @Override
        public void handle(ClientFrame frame) {
            try {
                gate.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            if (frame instanceof ClientFrame.Send send) {
                answer(send);
            }
            if (frame instanceof ClientFrame.Unwatch) {
                throw new IllegalStateException("planted failure");
            }
        }

        private boolean answer(ClientFrame.Send send) {
            sequence++;
            socket.send(new ServerFrame.Sent(send.id(), send.conversation(), sequence, Instant.EPOCH, false));
            return true;
        }

        @Override
        public void closed() {
            sockets.remove(socket.id());
            ended.add(socket.id());
        }
    }
}
