package io.chask.store;

import static io.chask.store.Shop.fromVisitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.Conversations;
import io.chask.conversation.Draft;
import io.chask.conversation.InboxQuery;
import io.chask.conversation.Mark;
import io.chask.conversation.PostResult.NotFound;
import io.chask.conversation.StatusResult;
import io.chask.conversation.StatusWish;
import io.chask.conversation.WorkFilter;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.database.TestDatabase;
import io.chask.database.WriterConnections;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two organizations of equal shape: whatever A asks with an id of B is as unknown as an id that does not exist (S8).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoOrganizationsTest {

    private final TestDatabase database = TestDatabase.create();
    private final WriterConnections connections = new WriterConnections(database.owner());
    private final Recorder recorder = new Recorder();
    private final MessageWriter writer = new MessageWriter(connections, WriterSettings.DEFAULT, WriterMetrics.NONE);
    private final PostgresMessageLog log = new PostgresMessageLog(writer, database.application());
    private final PostgresConversationList list = new PostgresConversationList(database.application());
    private final PostgresMarks marks = new PostgresMarks(database.application(), connections, Duration.ZERO);
    private final Conversations conversations = new Conversations(log, list, marks, recorder);

    private final Shop a = Shop.create(database);
    private final Shop b = Shop.create(database);
    private final UUID visitorOfB = b.visitor();
    private final Draft messageOfB = fromVisitor(b.conversation(), visitorOfB, "secret of B");

    /// B's conversation, asked for by A.
    private final ConversationId asked =
            new ConversationId(a.organization(), messageOfB.conversation().value());

    private final Author.Agent agentOfA = new Author.Agent(a.agent());

    @BeforeAll
    void talk() {
        writer.start(recorder);
        writer.append(messageOfB).toCompletableFuture().join();
        writer.append(fromVisitor(a.conversation(), a.visitor(), "of A"))
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void readsWithIdsOfBGiveNothing() {
        assertThat(conversations.find(asked, agentOfA)).isEmpty();
        assertThat(conversations.after(asked, agentOfA, 0, 10)).isEmpty();
        assertThat(conversations.before(asked, agentOfA, 10, 10)).isEmpty();
        assertThat(log.after(asked, 0, 10)).isEmpty();
        assertThat(log.find(asked, messageOfB.id())).isEmpty();
        assertThat(list.ofVisitor(a.organization(), visitorOfB, 10)).isEmpty();
        assertThat(marks.receipts(List.of(asked), agentOfA)).isEmpty();
        assertThat(new PostgresAuthors(database.application()).agents(a.organization(), List.of(b.agent())))
                .isEmpty();
    }

    @Test
    void listsOfAHoldOnlyWhatIsOfA() {
        assertThat(list.page(a.organization(), new InboxQuery(null, WorkFilter.ALL, null, 100), agentOfA))
                .hasSize(1)
                .allMatch(summary -> summary.id().organization().equals(a.organization()));
        try (var watcher = Database.open(database.owner(), DatabaseRole.WATCHER, 1)) {
            var found = new PostgresChanges(watcher).within(List.of(a.organization()), Duration.ofHours(1));
            assertThat(found.advanced())
                    .singleElement()
                    .matches(each -> each.conversation().organization().equals(a.organization()));
        }
    }

    @Test
    void writesWithIdsOfBHaveNoEffect() {
        var answer = writer.append(new Draft(asked, UUID.randomUUID(), agentOfA, "into B", List.of()));
        var changed = conversations.changeStatus(new StatusWish(asked, agentOfA, ConversationStatus.RESOLVED, null));
        marks.raise(new Mark(asked, agentOfA, 1, 1));
        marks.flush();

        assertThat(answer.toCompletableFuture().join()).isEqualTo(new NotFound());
        assertThat(changed).isEqualTo(new StatusResult.Unknown());
        assertThat(database.count("select count(*) from mark")).isZero();
        assertThat(log.after(messageOfB.conversation(), 0, 10)).hasSize(1);
        assertThat(list.find(messageOfB.conversation(), new Author.Agent(b.agent()))
                        .orElseThrow()
                        .status())
                .isEqualTo(ConversationStatus.OPEN);
    }
}
