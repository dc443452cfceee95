package io.chask.store;

import static io.chask.store.Shop.fromVisitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationId;
import io.chask.conversation.PostResult;
import io.chask.conversation.PostResult.Stored;
import io.chask.database.TestDatabase;
import io.chask.database.WriterConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The writer's plans must walk the keys on every database a new installation goes through: never analyzed, analyzed
/// while
/// empty, filled afterwards. A wrong plan is forty times slower and correct, so only a test notices.
@Timeout(120)
final class BatchPlanTest {

    private static final String ARRAYS_OF_LOCK = "array[gen_random_uuid()], array[gen_random_uuid()]";
    private static final String ARRAYS_OF_STORE =
            "array[gen_random_uuid()], array[gen_random_uuid()], array[gen_random_uuid()],"
                    + " array['user'], array[gen_random_uuid()], array['text'], array[null::text]";

    private static final Pattern BY_ALL_THREE_COLUMNS = Pattern.compile("Index Scan using message_id on message m\\s+"
            + "Index Cond: \\(\\(organization_id = .*\\) AND \\(conversation_id = .*\\) AND \\(id = .*\\)\\)");

    private static final String WRITERS = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and application_name = 'chask_writer'";

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDatabaseThatWasNeverAnalyzedIsReadByItsKeys() throws SQLException {
        assertPlansWalkTheKeys();
    }

    @Test
    void aDatabaseThatWasAnalyzedWhileEmptyIsReadByItsKeys() throws SQLException {
        database.execute("vacuum analyze");
        assertPlansWalkTheKeys();
    }

    @Test
    void aFilledDatabaseIsReadByItsKeys() throws SQLException {
        fill();
        database.execute("vacuum analyze");
        assertPlansWalkTheKeys();
    }

    @Test
    void aPlanMadeOnAnEmptyAnalyzedDatabaseTouchesFewPagesWhenItIsFilledLater() throws SQLException {
        database.execute("vacuum analyze");
        Shop shop = Shop.create(database);
        UUID visitor = shop.visitor();
        ConversationId conversation = shop.conversation();
        long before;
        try (MessageWriter writer = writer()) {
            post(writer, conversation, visitor, 20);
            fill();
            before = pagesRead();
            post(writer, conversation, visitor, 200);
        }
        awaitEndOfWriters();
        assertThat(pagesRead() - before)
                .as("pages of message and conversation touched by 200 messages among 20,000")
                .isBetween(200L, 200L * 40);
    }

    /// What a connection has read is counted at its end at the latest, before it is gone.
    private void awaitEndOfWriters() {
        while (database.count(WRITERS) > 0 && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private MessageWriter writer() {
        MessageWriter writer =
                new MessageWriter(new WriterConnections(database.owner()), WriterSettings.DEFAULT, WriterMetrics.NONE);
        writer.start(new Recorder());
        return writer;
    }

    private static void post(MessageWriter writer, ConversationId conversation, UUID visitor, int number) {
        List<CompletionStage<PostResult>> answers = new ArrayList<>();
        for (int at = 0; at < number; at++) {
            answers.add(writer.append(fromVisitor(conversation, visitor, "n" + at)));
        }
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.toCompletableFuture().join()).isInstanceOf(Stored.class));
    }

    /// 100 conversations of 200 messages.
    private void fill() {
        Shop shop = Shop.create(database);
        UUID visitor = shop.visitor();
        database.execute("""
                insert into conversation (organization_id, id, visitor_id, last_sequence)
                select '%1$s', gen_random_uuid(), '%2$s', 200 from generate_series(1, 100);
                insert into message (organization_id, conversation_id, sequence, id, sender, author_id, content, created_at)
                select c.organization_id, c.id, n, gen_random_uuid(), 'user', c.visitor_id, repeat('text ', 30), now()
                from conversation c, generate_series(1, 200) n where c.organization_id = '%1$s';
                select pg_stat_force_next_flush();
                """.formatted(shop.organization(), visitor));
    }

    private long pagesRead() {
        return database.count("""
                select sum(heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit)
                from pg_statio_user_tables where relname in ('message', 'conversation')
                """);
    }

    private void assertPlansWalkTheKeys() throws SQLException {
        try (Connection connection = new WriterConnections(database.owner()).open();
                Statement statement = connection.createStatement()) {
            statement.execute("prepare locking (uuid[], uuid[]) as " + numbered(BatchSql.LOCK));
            statement.execute("prepare storing (uuid[], uuid[], uuid[], text[], uuid[], text[], text[]) as "
                    + numbered(BatchSql.STORE));
            statement.execute("prepare opening (uuid[], uuid[], uuid[]) as " + numbered(BatchSql.OPEN));
            String open = plan(statement, "opening (" + ARRAYS_OF_LOCK + ", array[gen_random_uuid()])");
            String lock = plan(statement, "locking (" + ARRAYS_OF_LOCK + ")");
            String store = plan(statement, "storing (" + ARRAYS_OF_STORE + ")");

            assertThat(lock).contains("Index Scan using conversation_pkey").doesNotContain("Seq Scan");
            assertThat(open).contains("visitor_pkey on visitor v").doesNotContain("Seq Scan");
            assertThat(store)
                    .containsPattern(BY_ALL_THREE_COLUMNS)
                    .contains("Index Scan using conversation_pkey")
                    .contains("Tid Scan on conversation")
                    .doesNotContain("Seq Scan");
        }
    }

    /// The parameters as `PREPARE` writes them.
    private static String numbered(String sql) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (char c : sql.replace(";", "").toCharArray()) {
            text.append(c == '?' ? "$" + ++number : String.valueOf(c));
        }
        return text.toString();
    }

    private static String plan(Statement statement, String execution) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("explain (costs off) execute " + execution)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
