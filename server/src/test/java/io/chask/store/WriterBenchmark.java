package io.chask.store;

import io.chask.conversation.Announcement;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Draft;
import io.chask.conversation.PostResult;
import io.chask.database.TestDatabase;
import io.chask.database.WriterConnections;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// Measures the writer on the embedded PostgreSQL, durable. Run it by hand: it is no test. Arguments: lanes, seconds
/// of each window.
final class WriterBenchmark {

    private static final int CONVERSATIONS = 2_000;
    private static final int IN_FLIGHT = 2_000;
    private static final String TEXT = "message ".repeat(22);

    private final TestDatabase database = TestDatabase.create();
    private final List<ConversationId> conversations = new ArrayList<>();
    private final List<UUID> visitors = new ArrayList<>();
    private final LongAdder batches = new LongAdder();
    private final MessageWriter writer;
    private final long windowNanos;

    private WriterBenchmark(int lanes, int seconds) {
        WriterMetrics metrics = new WriterMetrics() {
            @Override
            public void committed(int drafts, long nanos) {
                batches.increment();
            }

            @Override
            public void failed(int drafts) {
                System.out.println("a batch of " + drafts + " failed");
            }
        };
        writer = new MessageWriter(
                new WriterConnections(database.owner()), WriterSettings.DEFAULT.withLanes(lanes), metrics);
        writer.start(new Recorder() {
            @Override
            public void posted(Announcement announcement) {
                // Delivery is not measured here.
            }
        });
        windowNanos = seconds * 1_000_000_000L;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int lanes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        WriterBenchmark benchmark = new WriterBenchmark(lanes, seconds);
        benchmark.open();
        for (int window = 0; window < 4; window++) {
            benchmark.saturated();
        }
        for (int rate : new int[] {1_000, 1_000, 5_000, 5_000}) {
            benchmark.offered(rate);
        }
        benchmark.writer.close();
        benchmark.database.close();
    }

    private void open() {
        Shop shop = Shop.create(database);
        for (int at = 0; at < CONVERSATIONS; at++) {
            conversations.add(shop.conversation());
        }
        visitors.addAll(shop.visitors(CONVERSATIONS));
        List<java.util.concurrent.CompletionStage<PostResult>> answers = new ArrayList<>();
        for (int at = 0; at < CONVERSATIONS; at++) {
            answers.add(writer.append(draft(at)));
        }
        answers.forEach(answer -> answer.toCompletableFuture().join());
    }

    private Draft draft(int number) {
        int which = number % CONVERSATIONS;
        return Shop.fromVisitor(conversations.get(which), visitors.get(which), TEXT);
    }

    private void saturated() throws InterruptedException {
        Semaphore window = new Semaphore(IN_FLIGHT);
        AtomicInteger stored = new AtomicInteger();
        long batchesBefore = batches.sum();
        long begun = System.nanoTime();
        for (int at = 0; System.nanoTime() - begun < windowNanos; at++) {
            window.acquire();
            writer.append(draft(at)).thenAccept(_ -> {
                stored.incrementAndGet();
                window.release();
            });
        }
        window.acquire(IN_FLIGHT);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "saturated: %,.0f messages/s, %.0f a batch%n",
                stored.get() / seconds,
                stored.get() / (double) (batches.sum() - batchesBefore));
    }

    private void offered(int rate) throws InterruptedException {
        int number = (int) (windowNanos / 1e9 * rate);
        long[] nanos = new long[number];
        Semaphore done = new Semaphore(0);
        long begun = System.nanoTime();
        for (int at = 0; at < number; at++) {
            long due = begun + (long) (at * 1e9 / rate);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(Math.max(1, due - System.nanoTime() - 50_000));
            }
            int place = at;
            writer.append(draft(at * 7)).thenAccept(_ -> {
                nanos[place] = System.nanoTime() - due;
                done.release();
            });
        }
        done.acquire(number);
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "offered %,d/s: p50 %.2f ms, p99 %.2f ms%n",
                rate,
                nanos[number / 2] / 1e6,
                nanos[number * 99 / 100] / 1e6);
    }
}
