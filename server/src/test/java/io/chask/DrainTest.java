package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A deploy: the node stops while fifty visitors write and some sockets read nothing. Nobody's send fails: each is
/// acknowledged, or sent again to the next node and stored once, in its writer's order.
@Timeout(120)
final class DrainTest {

    private static final int SENDERS = 50;

    private final RunningServer next = RunningServer.shared();
    // Long enough for a busy machine to be told that it is not ready any more.
    private final RunningServer stopping = next.another(Map.of("--drain-wait", "5s", "--quota-per-second", "0"));
    private final Shop shop = next.shop();
    private final CountDownLatch underWay = new CountDownLatch(SENDERS);

    @AfterEach
    void stop() {
        stopping.close();
    }

    /// Writes until the stream is closed, then what is not acknowledged, and one more, to the next node.
    private final class Sender {
        final Guest guest = shop.guest();
        final UUID conversation = UUID.randomUUID();
        final List<UUID> written = new ArrayList<>();

        void run() {
            int acknowledged = 0;
            try (var stream = guest.on(stopping).stream()) {
                while (sent(stream, next())) {
                    acknowledged++;
                    if (acknowledged == 3) {
                        underWay.countDown();
                    }
                }
            }
            try (var stream = guest.stream()) {
                next();
                for (var id : List.copyOf(written.subList(acknowledged, written.size()))) {
                    assertThat(sent(stream, id)).isTrue();
                }
            }
        }

        private UUID next() {
            var id = UUID.randomUUID();
            written.add(id);
            return id;
        }

        private boolean sent(StreamClient stream, UUID id) {
            try {
                stream.send(id, conversation, id.toString());
            } catch (CompletionException closed) {
                return false;
            }
            var answer = stream.await(frame -> List.of("sent", "error", StreamClient.CLOSED)
                    .contains(frame.at("/type").asString()));
            assertThat(answer.at("/retryable").asBoolean(true)).isTrue();
            return answer.at("/type").asString().equals("sent");
        }

        List<String> stored() {
            var page = guest.http()
                    .get("/v1/widget/conversations/" + conversation + "/messages?limit=100&after="
                            + Math.max(0, written.size() - 100))
                    .expect(200);
            return page.json()
                    .at("/messages")
                    .valueStream()
                    .map(message -> message.at("/id").asString())
                    .toList();
        }
    }

    @Test
    void noSendFailsWhileANodeStops() throws Exception {
        List<RawSocket> silent = new ArrayList<>();
        var senders = IntStream.range(0, SENDERS).mapToObj(_ -> new Sender()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 5; number++) {
                silent.add(new RawSocket(stopping));
            }
            List<Future<?>> running = new ArrayList<>();
            senders.forEach(sender -> running.add(threads.submit(sender::run)));
            underWay.await();
            var stopped = CompletableFuture.runAsync(stopping::close, threads);
            assertThat(readiness()).isEqualTo(503);
            for (var each : running) {
                each.get();
            }
            stopped.join();
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
        for (var sender : senders) {
            var last = sender.written.subList(Math.max(0, sender.written.size() - 100), sender.written.size());
            assertThat(sender.stored())
                    .isEqualTo(last.stream().map(UUID::toString).toList());
        }
    }

    /// The first answer that is not "ready".
    private int readiness() {
        var http = Http.anonymous(stopping);
        int status = 200;
        while (status == 200) {
            status = http.get("/health/ready").status();
        }
        return status;
    }
}
