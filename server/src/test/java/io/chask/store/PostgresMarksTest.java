package io.chask.store;

import static io.chask.store.Shop.fromVisitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Conversations;
import io.chask.conversation.InboxQuery;
import io.chask.conversation.Receipt;
import io.chask.conversation.StatusWish;
import io.chask.conversation.WorkFilter;
import io.chask.database.TestDatabase;
import io.chask.database.WriterConnections;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresMarksTest {

    private final TestDatabase database = TestDatabase.create();
    private final WriterConnections connections = new WriterConnections(database.owner());
    private final Recorder recorder = new Recorder();
    private final MessageWriter writer = new MessageWriter(connections, WriterSettings.DEFAULT, WriterMetrics.NONE);
    private final PostgresConversationList list = new PostgresConversationList(database.application());
    private final PostgresMarks marks = new PostgresMarks(database.application(), connections, Duration.ofMillis(1));
    private final Conversations conversations =
            new Conversations(new PostgresMessageLog(writer, database.application()), list, marks, recorder);
    private final Shop shop = Shop.create(database);
    private final Author.Agent agent = new Author.Agent(shop.agent());
    private final Author.Agent colleague = new Author.Agent(UUID.randomUUID());
    private Author.Visitor visitor = new Author.Visitor(shop.visitor());
    private ConversationId conversation = shop.conversation();

    @BeforeAll
    void start() {
        writer.start(recorder);
        marks.start(recorder);
    }

    @AfterAll
    void close() {
        marks.close();
        writer.close();
        database.close();
    }

    @BeforeEach
    void threeFromTheVisitorTwoFromTheAgent() {
        visitor = new Author.Visitor(shop.visitor());
        conversation = shop.conversation();
        for (String text : List.of("1", "2", "3")) {
            conversations
                    .post(fromVisitor(conversation, visitor.id(), text))
                    .toCompletableFuture()
                    .join();
        }
        for (String text : List.of("4", "5")) {
            conversations
                    .post(shop.fromAgent(conversation, text))
                    .toCompletableFuture()
                    .join();
        }
    }

    private Receipt receipt(Author.Reader reader) {
        marks.flush();
        return marks.receipts(List.of(conversation), reader).getOrDefault(conversation, Receipt.NONE);
    }

    @Test
    void aMarkIsSeenByTheOtherSideAndByTheReaderHimself() {
        conversations.acknowledge(conversation, visitor, 5);
        conversations.read(conversation, visitor, 4);

        assertThat(receipt(agent)).isEqualTo(new Receipt(5, 4, 0));
        assertThat(receipt(visitor)).isEqualTo(new Receipt(0, 0, 4));
    }

    @Test
    void aMarkOutlivesAConnectionThatIsCutUnderIt() {
        conversations.acknowledge(conversation, agent, 1);
        marks.flush();
        database.execute("""
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where application_name = 'chask_writer' and datname = current_database()
                """);
        conversations.read(conversation, agent, 3);
        // Fails, unless the writer's own thread came first.
        marks.flush();

        assertThat(receipt(visitor)).isEqualTo(new Receipt(3, 3, 0));
    }

    @Test
    void aReaderWhoNamesManyConversationsTakesNobodysPlace() {
        for (int number = 0; number < 150_000; number++) {
            conversations.read(shop.conversation(), colleague, 1);
        }
        conversations.read(conversation, agent, 3);

        assertThat(receipt(visitor)).isEqualTo(new Receipt(3, 3, 0));
    }

    @Test
    void readImpliesDelivered() {
        conversations.read(conversation, agent, 3);

        assertThat(receipt(visitor)).isEqualTo(new Receipt(3, 3, 0));
    }

    @Test
    void marksNeitherGoBackNorBeyondTheLastMessage() {
        conversations.read(conversation, visitor, 1_000_000);
        assertThat(receipt(agent)).isEqualTo(new Receipt(5, 5, 0));

        conversations.read(conversation, visitor, 2);
        conversations.acknowledge(conversation, visitor, -7);
        assertThat(receipt(agent)).isEqualTo(new Receipt(5, 5, 0));
    }

    @Test
    void theVisitorSeesTheFurthestOfTheAgentsAndEachAgentHasHisOwn() {
        conversations.read(conversation, agent, 2);
        conversations.read(conversation, colleague, 3);

        assertThat(receipt(visitor)).isEqualTo(new Receipt(3, 3, 0));
        assertThat(receipt(agent).ownRead()).isEqualTo(2);
        assertThat(receipt(colleague).ownRead()).isEqualTo(3);
    }

    @Test
    void aStrangersMarkIsIgnored() {
        conversations.read(conversation, new Author.Visitor(shop.visitor()), 5);

        assertThat(receipt(agent)).isEqualTo(Receipt.NONE);
    }

    @Test
    void aMarkThatHasGrownIsAnnouncedOnceWithItsVisitor() {
        conversations.read(conversation, agent, 3);
        marks.flush();
        conversations.read(conversation, agent, 3);
        marks.flush();

        assertThat(recorder.marked)
                .filteredOn(marked -> marked.conversation().equals(conversation))
                .containsExactly(new Recorder.Marked(conversation, visitor.id(), agent, 3, 3));
    }

    @Test
    void unreadCountsTheOtherSidesMessagesAboveOnesOwnReadMark() {
        assertThat(unread(agent)).isEqualTo(3);
        assertThat(unread(visitor)).isEqualTo(2);

        conversations.read(conversation, agent, 2);
        conversations.read(conversation, visitor, 5);
        marks.flush();

        assertThat(unread(agent)).isEqualTo(1);
        assertThat(unread(colleague)).isEqualTo(3);
        assertThat(unread(visitor)).isZero();
    }

    private int unread(Author.Reader reader) {
        return conversations.find(conversation, reader).orElseThrow().unread();
    }

    @Test
    void aSummaryHasTheLastMessageAndIsHiddenFromOtherVisitors() {
        ConversationSummary summary = conversations.find(conversation, visitor).orElseThrow();

        assertThat(summary.lastSequence()).isEqualTo(5);
        assertThat(summary.lastMessage()).isNotNull().extracting("content").isEqualTo("5");
        assertThat(summary.visitor()).isEqualTo(visitor.id());
        assertThat(conversations.find(conversation, new Author.Visitor(shop.visitor())))
                .isEmpty();
        assertThat(list.ofVisitor(shop.organization(), visitor.id(), 10)).containsExactly(summary);
    }

    @Test
    void pagesOfTheInboxFollowOneAnotherWithoutHolesOrRepeats() {
        Shop busy = Shop.create(database);
        UUID person = busy.visitor();
        List<ConversationId> opened =
                java.util.stream.Stream.generate(busy::conversation).limit(25).toList();
        for (ConversationId each : opened) {
            conversations
                    .post(fromVisitor(each, person, "hi"))
                    .toCompletableFuture()
                    .join();
        }
        conversations.changeStatus(
                new StatusWish(opened.getFirst(), new Author.Agent(busy.agent()), ConversationStatus.RESOLVED, null));

        List<ConversationId> seen = new java.util.ArrayList<>();
        List<ConversationSummary> page = page(busy, null);
        while (!page.isEmpty()) {
            page.forEach(summary -> seen.add(summary.id()));
            ConversationSummary last = page.getLast();
            page = page(busy, new InboxQuery.Position(last.listedAt(), last.id().value()));
        }
        assertThat(seen).containsExactlyElementsOf(opened.subList(1, 25).reversed());
    }

    private List<ConversationSummary> page(Shop of, InboxQuery.@org.jspecify.annotations.Nullable Position after) {
        return list.page(
                of.organization(),
                new InboxQuery(ConversationStatus.OPEN, WorkFilter.ALL, after, 10),
                new Author.Agent(of.agent()));
    }
}
