package io.chask.store;

import static io.chask.store.Shop.fromVisitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.Draft;
import io.chask.conversation.Message;
import io.chask.conversation.MessageLog;
import io.chask.conversation.Opening;
import io.chask.conversation.PostResult;
import io.chask.conversation.PostResult.Busy;
import io.chask.conversation.PostResult.Closed;
import io.chask.conversation.PostResult.Duplicate;
import io.chask.conversation.PostResult.NotFound;
import io.chask.conversation.PostResult.Refused;
import io.chask.conversation.PostResult.Stored;
import io.chask.database.TestDatabase;
import io.chask.database.WriterConnections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresMessageLogTest implements MessageLogContract {

    private final TestDatabase database = TestDatabase.create();
    private final Shop shop = Shop.create(database);
    private final Recorder recorder = new Recorder();
    private final MessageWriter writer = writer(WriterSettings.DEFAULT, recorder);
    private final MessageLog log = new PostgresMessageLog(writer, database.application());
    private final PostgresConversationList list = new PostgresConversationList(database.application());

    private MessageWriter writer(WriterSettings settings, Recorder announcer) {
        MessageWriter made = new MessageWriter(new WriterConnections(database.owner()), settings, WriterMetrics.NONE);
        made.start(announcer);
        return made;
    }

    @AfterAll
    void close() {
        writer.close();
        database.close();
    }

    @Override
    public MessageLog log() {
        return log;
    }

    @Override
    public Shop shop() {
        return shop;
    }

    @Override
    public Recorder announced() {
        return recorder;
    }

    @Test
    void oneIdSentAThousandTimesInParallelIsStoredOnceAndAnsweredAlike() {
        Draft draft = fromVisitor(shop.conversation(), shop.visitor(), "only once");
        List<PostResult> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 1_000).mapToObj(_ -> threads.submit(() -> post(draft))).toList().stream()
                    .map(MessageWriterFaultsTest::result)
                    .toList();
        }
        Message stored = log.after(draft.conversation(), 0, 10).getFirst();

        assertThat(log.after(draft.conversation(), 0, 10)).hasSize(1);
        assertThat(answers).filteredOn(Stored.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Duplicate.class::isInstance)
                .containsOnly(new Duplicate(stored))
                .hasSize(999);
    }

    @Test
    void aThousandIdsSentThroughTwoNodesAtOnceAreStoredOnceEach() throws InterruptedException {
        ConversationId conversation = shop.conversation();
        UUID visitor = shop.visitor();
        Recorder other = new Recorder();
        List<Draft> drafts = IntStream.range(0, 1_000)
                .mapToObj(at -> fromVisitor(conversation, visitor, "n" + at))
                .toList();
        List<CompletionStage<PostResult>> answers = new ArrayList<>();
        try (MessageWriter second = writer(WriterSettings.DEFAULT, other)) {
            for (Draft draft : drafts) {
                answers.add(log.append(draft));
                answers.add(second.append(draft));
            }
            answers.forEach(answer -> answer.toCompletableFuture().join());
        }

        assertThat(answers)
                .extracting(answer -> answer.toCompletableFuture().join())
                .filteredOn(Stored.class::isInstance)
                .hasSize(1_000);
        int elsewhere = other.of(conversation).size();
        assertThat(recorder.of(conversation, 1_000 - elsewhere)).hasSize(1_000 - elsewhere);
        assertThat(database.count(
                        "select max(sequence) from message where conversation_id = '" + conversation.value() + "'"))
                .isEqualTo(1_000);
    }

    @Test
    void aVisitorsMessageReopensAResolvedConversationInTheSameCommit() {
        ConversationId conversation = shop.conversation();
        UUID visitor = shop.visitor();
        stored(fromVisitor(conversation, visitor, "thanks"));
        change(shop, conversation, ConversationStatus.RESOLVED);

        assertThat(stored(shop.fromAgent(conversation, "welcome")).opening()).isEqualTo(Opening.NONE);
        assertThat(status(conversation)).isEqualTo(ConversationStatus.RESOLVED);
        assertThat(stored(fromVisitor(conversation, visitor, "one more")).opening())
                .isEqualTo(Opening.REOPENED);
        assertThat(status(conversation)).isEqualTo(ConversationStatus.OPEN);
    }

    @Test
    void whereReopeningIsForbiddenAResolvedConversationIsClosedToItsVisitor() {
        Shop strict = Shop.create(database);
        database.execute(
                "update widget_settings set reopen = false where organization_id = '" + strict.organization() + "'");
        ConversationId conversation = strict.conversation();
        UUID visitor = strict.visitor();
        Draft first = fromVisitor(conversation, visitor, "thanks");
        stored(first);
        change(strict, conversation, ConversationStatus.RESOLVED);

        assertThat(post(fromVisitor(conversation, visitor, "more"))).isEqualTo(new Closed());
        assertThat(post(first)).isInstanceOf(Duplicate.class);
        assertThat(stored(strict.fromAgent(conversation, "by the way")).opening())
                .isEqualTo(Opening.NONE);
        assertThat(status(conversation)).isEqualTo(ConversationStatus.RESOLVED);
        assertThat(post(fromVisitor(conversation, visitor, "thanks again"))).isEqualTo(new Closed());

        change(strict, conversation, ConversationStatus.OPEN);
        assertThat(post(strict.fromAgent(conversation, "again"))).isInstanceOf(Stored.class);
    }

    private void change(Shop of, ConversationId conversation, ConversationStatus status) {
        var agent = new io.chask.conversation.Author.Agent(of.agent());
        list.changeStatus(new io.chask.conversation.StatusWish(conversation, agent, status, null));
    }

    private ConversationStatus status(ConversationId conversation) {
        return list.find(conversation, new io.chask.conversation.Author.Agent(shop.agent()))
                .orElseThrow()
                .status();
    }

    @Test
    void anotherOrganizationsConversationIdOpensAConversationOfOnesOwn() {
        Shop other = Shop.create(database);
        ConversationId theirs = shop.conversation();
        stored(fromVisitor(theirs, shop.visitor(), "in the first"));
        ConversationId sameValue = new ConversationId(other.organization(), theirs.value());

        assertThat(stored(fromVisitor(sameValue, other.visitor(), "in the second"))
                        .opening())
                .isEqualTo(Opening.OPENED);
        assertThat(post(fromVisitor(sameValue, shop.visitor(), "a visitor of the first")))
                .isEqualTo(new NotFound());
        assertThat(log.after(theirs, 0, 10)).hasSize(1);
    }

    @Test
    void oneDraftTheDatabaseRefusesDoesNotFailItsNeighbours() {
        database.execute("alter table message add constraint cursed check (content <> 'cursed')");
        ConversationId conversation = shop.conversation();
        UUID visitor = shop.visitor();
        stored(fromVisitor(conversation, visitor, "opens"));
        List<CompletionStage<PostResult>> answers = IntStream.range(0, 200)
                .mapToObj(at -> log.append(fromVisitor(conversation, visitor, at == 77 ? "cursed" : "n" + at)))
                .toList();
        List<PostResult> results = answers.stream()
                .map(answer -> answer.toCompletableFuture().join())
                .toList();
        database.execute("alter table message drop constraint cursed");

        assertThat(results).filteredOn(Stored.class::isInstance).hasSize(199);
        assertThat(results.get(77)).isEqualTo(new Refused());
        assertThat(log.after(conversation, 199, 10)).hasSize(1).allMatch(last -> last.sequence() == 200);
    }

    @Test
    void aFullQueueIsToldToTheSenderAndStoresNothing() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Recorder slow = held(entered, release);
        ConversationId conversation = shop.conversation();
        UUID visitor = shop.visitor();
        try (MessageWriter small = writer(new WriterSettings(1, 2, 1 << 20, 500, Duration.ofSeconds(1)), slow)) {
            var first = small.append(fromVisitor(conversation, visitor, "being announced"));
            entered.await();
            var waiting = List.of(
                    small.append(fromVisitor(conversation, visitor, "2")),
                    small.append(fromVisitor(conversation, visitor, "3")));
            PostResult refused = small.append(fromVisitor(conversation, visitor, "4"))
                    .toCompletableFuture()
                    .join();
            release.countDown();

            assertThat(refused).isInstanceOf(Busy.class);
            assertThat(first.toCompletableFuture().join()).isInstanceOf(Stored.class);
            assertThat(waiting)
                    .allSatisfy(answer ->
                            assertThat(answer.toCompletableFuture().join()).isInstanceOf(Stored.class));
        }
        assertThat(log.after(conversation, 0, 10)).hasSize(3);
    }

    /// Says when it is told of a message, and then does not go on until it may.
    private static Recorder held(CountDownLatch entered, CountDownLatch release) {
        return new Recorder() {
            @Override
            public void posted(io.chask.conversation.Announcement announcement) {
                entered.countDown();
                MessageWriterFaultsTest.await(release);
            }
        };
    }
}
