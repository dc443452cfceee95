package io.chask.store;

import static io.chask.store.Shop.fromVisitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationId;
import io.chask.conversation.Draft;
import io.chask.conversation.Message;
import io.chask.conversation.PostResult;
import io.chask.conversation.PostResult.Stored;
import io.chask.conversation.PostResult.Unavailable;
import io.chask.database.ConnectionDetails;
import io.chask.database.TestDatabase;
import io.chask.database.WriterConnections;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessageWriterFaultsTest {

    private static final String CUT = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'chask_writer' and datname = current_database()
            """;

    private final TestDatabase database = TestDatabase.create();
    private final Shop shop = Shop.create(database);
    private final Recorder recorder = new Recorder();

    @AfterAll
    void close() {
        database.close();
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private MessageWriter writer(ConnectionDetails details, Duration patience) {
        WriterSettings settings = new WriterSettings(1, 50_000, 64 << 20, 500, patience);
        MessageWriter writer =
                new MessageWriter(new WriterConnections(details), settings, WriterMetrics.NONE, Duration.ofMinutes(1));
        writer.start(recorder);
        return writer;
    }

    @Test
    void draftsOutliveConnectionsThatAreCutUnderThemAndAreStoredAndAnnouncedOnce() {
        ConversationId conversation = shop.conversation();
        UUID visitor = shop.visitor();
        List<PostResult> results;
        try (MessageWriter writer = writer(database.owner(), Duration.ofSeconds(20))) {
            List<CompletionStage<PostResult>> answers = IntStream.range(0, 20_000)
                    .mapToObj(at -> {
                        if (at % 2_000 == 1_999) {
                            database.execute(CUT);
                        }
                        return writer.append(fromVisitor(conversation, visitor, "n" + at));
                    })
                    .toList();
            results = answers.stream()
                    .map(answer -> answer.toCompletableFuture().join())
                    .toList();
        }

        assertThat(results).hasOnlyElementsOfType(Stored.class);
        assertThat(recorder.of(conversation))
                .extracting(announcement -> announcement.message().sequence())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 20_000).boxed().toList());
        assertThat(results)
                .extracting(result -> ((Stored) result).message())
                .extracting(Message::content)
                .containsExactlyElementsOf(
                        IntStream.range(0, 20_000).mapToObj(at -> "n" + at).toList());
    }

    @Test
    void aFaultOfOursIsAnsweredAndEndsNoLane() {
        AtomicBoolean faulty = new AtomicBoolean(true);
        WriterMetrics metrics = new WriterMetrics() {
            @Override
            public void committed(int drafts, long nanos) {
                if (faulty.getAndSet(false)) {
                    throw new IllegalStateException("a fault of the test");
                }
            }

            @Override
            public void failed(int drafts) {}
        };
        Draft draft = fromVisitor(shop.conversation(), shop.visitor(), "once");
        try (MessageWriter writer =
                new MessageWriter(new WriterConnections(database.owner()), WriterSettings.DEFAULT, metrics)) {
            writer.start(recorder);
            assertThat(writer.append(draft).toCompletableFuture().join()).isInstanceOf(Unavailable.class);
            assertThat(writer.append(draft).toCompletableFuture().join()).isInstanceOf(Stored.class);
        }
    }

    @Test
    void aDraftThatMeetsABrokenIndexIsToldToTryAgainAndItsNeighboursAreStored() {
        database.execute("""
                create function broken() returns trigger language plpgsql as $$
                begin raise exception 'broken index' using errcode = 'XX002'; end $$;
                create trigger broken before insert on message for each row
                  when (new.content = 'meets it') execute function broken();
                """);
        ConversationId conversation = shop.conversation();
        UUID visitor = shop.visitor();
        try (MessageWriter writer = writer(database.owner(), Duration.ofSeconds(20))) {
            List<PostResult> results = Stream.of("before", "meets it", "after")
                    .map(text -> writer.append(fromVisitor(conversation, visitor, text)))
                    .toList()
                    .stream()
                    .map(answer -> answer.toCompletableFuture().join())
                    .toList();
            assertThat(results.get(0)).isInstanceOf(Stored.class);
            assertThat(results.get(1)).isInstanceOf(Unavailable.class);
            assertThat(results.get(2)).isInstanceOf(Stored.class);
        } finally {
            database.execute("drop trigger broken on message");
        }
    }

    @Test
    void withoutADatabaseTheSenderIsToldToTryAgain() {
        ConnectionDetails nowhere = new ConnectionDetails("jdbc:postgresql://127.0.0.1:1/none", "nobody", "nothing");
        Draft draft = fromVisitor(shop.conversation(), shop.visitor(), "anyone there?");
        try (MessageWriter writer = writer(nowhere, Duration.ofMillis(50))) {
            assertThat(writer.append(draft).toCompletableFuture().join()).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void aClosedWriterAnswersWhatWaitsAndRefusesTheRest() {
        ConversationId conversation = shop.conversation();
        UUID visitor = shop.visitor();
        MessageWriter writer = writer(database.owner(), Duration.ofSeconds(5));
        List<CompletionStage<PostResult>> answers = IntStream.range(0, 2_000)
                .mapToObj(at -> writer.append(fromVisitor(conversation, visitor, "n" + at)))
                .toList();
        writer.close();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.toCompletableFuture())
                        .isCompletedWithValueMatching(Stored.class::isInstance));
        assertThat(writer.append(fromVisitor(conversation, visitor, "late"))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(Unavailable.class);
    }
}
