package io.chask.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationStatus;
import io.chask.conversation.InboxQuery;
import io.chask.conversation.InboxQuery.Position;
import io.chask.conversation.WorkFilter;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.database.TestDatabase;
import io.chask.desk.Works;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A list of an organization with many conversations reads its page, not the organization.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListPlanTest {

    private static final Position LATER = new Position(Instant.EPOCH, UUID.randomUUID());

    private final TestDatabase database = TestDatabase.create();
    private final Shop shop = Shop.create(database);
    private final UUID visitor = shop.visitor();

    @BeforeAll
    void fill() {
        database.execute("""
                insert into conversation (organization_id, id, visitor_id, last_sequence, status, listed_at)
                select '%1$s', gen_random_uuid(), case when n %% 1000 = 0 then '%2$s' else '%3$s' end::uuid, 1,
                  case when n %% 10 = 0 then 'resolved' else 'open' end, now() - make_interval(secs => n)
                from generate_series(1, 20000) n;
                """.formatted(shop.organization(), visitor, shop.visitor()));
        database.execute("""
                insert into mark (organization_id, conversation_id, side, reader_id, delivered, read, changed_at)
                select organization_id, id, 'user', visitor_id, 1, 1, listed_at from conversation;
                """);
        database.execute("""
                insert into message (organization_id, conversation_id, id, sequence, sender, content, created_at)
                select organization_id, id, gen_random_uuid(), 1, 'system', 'text', listed_at from conversation;
                """);
        database.execute("vacuum analyze");
    }

    @AfterAll
    void close() {
        database.close();
    }

    private String page(@Nullable ConversationStatus status, @Nullable Position after) {
        var query = new InboxQuery(status, WorkFilter.ALL, after, 50);
        return plan(PageSql.of(query)
                .replace(":status", "'open'")
                .replace(":afterTime", "now()")
                .replace(":afterId", "'" + UUID.randomUUID() + "'")
                .replace(":limit", "50"));
    }

    private String plan(String summaries) {
        return database.application().inOrganization(shop.organization(), handle -> {
            String sql = summaries
                    .replace(":organization", "'" + shop.organization() + "'")
                    .replace(":side", "'agent'")
                    .replace(":reader", "'" + shop.agent() + "'")
                    .replace(":maxUnread", "100");
            List<String> lines = handle.createQuery("explain (costs off) " + sql)
                    .mapTo(String.class)
                    .list();
            return String.join("\n", lines);
        });
    }

    @Test
    void theFirstPageWalksTheIndexOfTheInbox() {
        assertThat(page(ConversationStatus.OPEN, null))
                .contains("Index Scan Backward using conversation_inbox")
                .doesNotContain("Sort");
    }

    @Test
    void aLaterPageBeginsWhereTheLastOneEnded() {
        assertThat(page(ConversationStatus.OPEN, LATER))
                .contains("Index Scan Backward using conversation_inbox")
                .contains("listed_at <= now()")
                .doesNotContain("Sort");
    }

    /// What is sorted is the page, found by two walks that end with it.
    @Test
    void aPageOfAnyStatusWalksTheIndexOnceForEach() {
        assertThat(page(null, null)).satisfies(ListPlanTest::walksTwice);
        assertThat(page(null, LATER))
                .satisfies(ListPlanTest::walksTwice)
                .satisfies(plan ->
                        assertThat(plan.split("listed_at <= now\\(\\)", -1)).hasSize(3));
    }

    private static void walksTwice(String plan) {
        assertThat(plan.split("Scan Backward using conversation_inbox", -1))
                .as(plan)
                .hasSize(3);
        assertThat(plan)
                .contains("Index Scan using conversation_pkey")
                .doesNotContain("Seq Scan on conversation", "Hash");
    }

    @Test
    void whatHasChangedLatelyIsFoundByTime() {
        assertThat(changes(PostgresChanges.ADVANCED))
                .contains("conversation_inbox")
                .doesNotContain("Seq Scan");
        assertThat(changes(PostgresChanges.RESTATED))
                .contains("conversation_changed")
                .doesNotContain("Seq Scan");
        assertThat(changes(PostgresChanges.MARKED)).contains("mark_changed");
    }

    private String changes(String sql) {
        try (var watcher = Database.open(database.owner(), DatabaseRole.WATCHER, 1)) {
            String bound = sql.replace(":organizations", "array['" + shop.organization() + "']::uuid[]")
                    .replace(":seconds", "40")
                    .replace(":most", "50000");
            List<String> lines =
                    watcher.outsideOrganizations(handle -> handle.createQuery("explain (costs off) " + bound)
                            .mapTo(String.class)
                            .list());
            return String.join("\n", lines);
        }
    }

    @Test
    void whatIsUnreadIsLookedUpConversationByConversation() {
        var plan = database.application().inOrganization(shop.organization(), handle -> {
            String sql = Works.UNREAD
                    .replace(":organization", "'" + shop.organization() + "'")
                    .replace(":agent", "'" + shop.agent() + "'")
                    .replace(":now", "now()")
                    .replace(":most", "1000");
            return String.join(
                    "\n",
                    handle.createQuery("explain (costs off) select " + sql)
                            .mapTo(String.class)
                            .list());
        });
        assertThat(plan)
                .contains("Scan Backward using conversation_inbox")
                .contains("Index Scan using mark_pkey", "Index Scan using message_sequence")
                .doesNotContain("Sort", "Hash", "Seq Scan on message", "Seq Scan on mark");
    }

    @Test
    void aVisitorsConversationsAreFoundByTheirVisitor() {
        assertThat(plan(SummarySql.SELECT + " and c.visitor_id = '" + visitor + "'"))
                .contains("conversation_visitor");
    }
}
