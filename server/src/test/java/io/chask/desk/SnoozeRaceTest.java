package io.chask.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationId;
import io.chask.database.HeldTransaction;
import io.chask.database.TestDatabase;
import io.chask.desk.Snoozes.Wish;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Somebody lets rest what somebody else resolves at this moment.
@Timeout(60)
final class SnoozeRaceTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final UUID organization = UUID.randomUUID();
    private final ConversationId conversation = new ConversationId(organization, UUID.randomUUID());
    private final Snoozes snoozes = new Snoozes(DATABASE.application(), (_, _) -> {});

    SnoozeRaceTest() {
        DATABASE.execute("""
                insert into organization (organization_id, name) values ('%1$s', 'Shop');
                insert into visitor (organization_id, id) values ('%1$s', '%2$s');
                insert into conversation (organization_id, id, visitor_id) values ('%1$s', '%2$s', '%2$s');
                insert into agent (organization_id, id, email, name, password_hash)
                values ('%1$s', '%2$s', '%2$s@example.com', 'Ada', '-');
                """.formatted(organization, conversation.value()));
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private String lockWork() {
        return "select from conversation_work where conversation_id = '" + conversation.value() + "' for no key update";
    }

    private void snoozedMeanwhileItRestsNot() throws SQLException {
        try (var resolving = new HeldTransaction(DATABASE, lockWork())) {
            resolving.execute("update conversation set status = 'resolved' where id = '" + conversation.value() + "'");
            var snoozing = CompletableFuture.supplyAsync(() -> snoozes.snooze(
                    new Wish(conversation, Instant.now().plusSeconds(3600), null, conversation.value())));
            resolving.awaitWaiting();
            resolving.commit();
            assertThat(snoozing.join()).isEqualTo(Snoozes.Result.RESOLVED);
        }
        assertThat(DATABASE.count("select count(*) from conversation_work where snoozed_until is not null"
                        + " and conversation_id = '" + conversation.value() + "'"))
                .isZero();
    }

    @Test
    void whatIsResolvedDoesNotRest() throws SQLException {
        DATABASE.execute("insert into conversation_work (organization_id, conversation_id) values ('%s', '%s')"
                .formatted(organization, conversation.value()));
        snoozedMeanwhileItRestsNot();
    }

    @Test
    void norWhereNobodyHasWorkedOnItYet() throws SQLException {
        snoozedMeanwhileItRestsNot();
    }
}
