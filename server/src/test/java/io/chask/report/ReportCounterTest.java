package io.chask.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chask.conversation.ConversationId;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Each message counts once, whatever happens to whoever counts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class ReportCounterTest {

    private static final Period DAY =
            new Period(LocalDate.parse("2026-05-04"), LocalDate.parse("2026-05-04"), ZoneId.of("UTC"));
    private static final String NOON = "2026-05-04T12:00:00Z";

    /// In this database: others of the cluster have locks of their own.
    private static final String WHO_WAITS =
            " from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    private final Books books = new Books();

    @AfterAll
    void close() {
        books.close();
    }

    @BeforeEach
    void begin() {
        books.anew();
    }

    private MessageReport.Total counted() {
        return books.reports().messages(books.organization(), DAY).total();
    }

    @Test
    void whatWasCountedIsNotCountedAgain() {
        var thread = books.conversation(NOON).says("agent", NOON);
        books.count();
        var counter = books.counter();
        counter.changed(new ConversationId(books.organization(), thread.id()));
        counter.catchUp();
        assertThat(counted()).isEqualTo(new MessageReport.Total(1, 1));
        thread.says("user", NOON);
        books.count();
        assertThat(counted()).isEqualTo(new MessageReport.Total(2, 1));
    }

    @Test
    void anEditIsNoMessageAndNoFirstResponse() {
        books.conversation(NOON).changes("2026-05-04T12:01:00Z").says("agent", "2026-05-04T12:10:00Z");
        books.count();
        assertThat(counted()).isEqualTo(new MessageReport.Total(1, 1));
        var response = books.reports().conversations(books.organization(), DAY).total();
        assertThat(response.firstResponse()).isEqualTo(new ConversationReport.Spread(1, 600, 600));
    }

    @Test
    void aLongConversationIsCountedInSteps() {
        books.conversation(NOON)
                .saysOften(250, "2026-05-04T13:00:00Z")
                .becomes("resolved", "2026-05-04T14:00:00Z")
                .saysOften(250, "2026-05-04T15:00:00Z")
                .becomes("resolved", "2026-05-04T16:00:00Z");
        books.count();
        assertThat(counted()).isEqualTo(new MessageReport.Total(501, 0));
        var resolution =
                books.reports().conversations(books.organization(), DAY).total().resolution();
        assertThat(resolution).isEqualTo(new ConversationReport.Spread(2, 5400, 6840));
    }

    @Test
    void twoWhoCountAtTheSameTimeCountOnce() {
        for (int each = 0; each < 60; each++) {
            books.conversation(NOON).says("agent", NOON).becomes("resolved", NOON);
        }
        var one = CompletableFuture.runAsync(books::count);
        var other = CompletableFuture.runAsync(books::count);
        CompletableFuture.allOf(one, other).join();
        assertThat(counted()).isEqualTo(new MessageReport.Total(60, 60));
        assertThat(books.reports()
                        .conversations(books.organization(), DAY)
                        .total()
                        .resolved())
                .isEqualTo(60);
    }

    @Test
    void whoIsKilledBeforeTheCommitHasCountedNothing() throws Exception {
        books.conversation(NOON).says("agent", NOON).becomes("resolved", NOON);
        books.count();
        books.conversation(NOON).says("agent", NOON).becomes("resolved", NOON);
        var owner = books.database().owner();
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // The counter's last statement waits for this row: all before it is done and not committed.
            statement.execute("update report_quarter set opened = opened");
            var counting = CompletableFuture.runAsync(books::count);
            while (!counting.isDone()
                    && !Thread.currentThread().isInterrupted()
                    && books.database().count("select count(*)" + WHO_WAITS) == 0) {
                Thread.onSpinWait();
            }
            books.database().execute("select pg_terminate_backend(pid)" + WHO_WAITS);
            assertThatThrownBy(counting::join).isNotNull();
            connection.rollback();
        }
        assertThat(counted()).isEqualTo(new MessageReport.Total(1, 1));
        books.count();
        assertThat(counted()).isEqualTo(new MessageReport.Total(2, 2));
        assertThat(books.reports()
                        .conversations(books.organization(), DAY)
                        .total()
                        .resolved())
                .isEqualTo(2);
    }
}
