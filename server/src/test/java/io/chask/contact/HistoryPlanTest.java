package io.chask.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.audit.Actor;
import io.chask.database.TestDatabase;
import io.chask.organization.Organizations;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a visitor has done is read from what is his, in an organization of many.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HistoryPlanTest {

    private static final int TALKS = 2_000;
    private static final int MESSAGES = 10;

    private final TestDatabase database = TestDatabase.create();
    private final UUID visitor = UUID.randomUUID();
    private final UUID organization = new Organizations(database.application(), new SecureRandom())
            .create("Shop", List.of(), Actor.SYSTEM, Instant.EPOCH)
            .organization()
            .id();

    @BeforeAll
    void fill() {
        database.execute("""
                insert into visitor (organization_id, id) values ('%1$s', '%2$s'), ('%1$s', '%1$s');
                insert into conversation (organization_id, id, visitor_id, last_sequence, created_at)
                select '%1$s', gen_random_uuid(), case when n %% 1000 = 0 then '%2$s' else '%1$s' end::uuid, %4$d,
                  now() - make_interval(hours => n)
                from generate_series(1, %3$d) n;
                """.formatted(organization, visitor, TALKS, MESSAGES));
        database.execute("""
                insert into message (organization_id, conversation_id, id, sequence, sender, content, created_at)
                select organization_id, id, gen_random_uuid(), n,
                  case when n %% 2 = 0 then 'system' else 'user' end, 'text', created_at + make_interval(secs => n)
                from conversation, generate_series(1, %d) n;
                """.formatted(MESSAGES));
        database.execute("""
                insert into status_change (organization_id, conversation_id, status, after_sequence, changed_at)
                select organization_id, id, 'resolved', 4, created_at + interval '4500 milliseconds' from conversation;
                """);
        database.execute("insert into search_progress (organization_id, conversation_id, indexed, described)"
                + " select organization_id, id, 0, true from conversation");
        database.execute("vacuum analyze");
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void messagesAndChangesAreFoundByTheirConversation() {
        var plan = plan(VisitorHistory.READ
                .replace(":visitor", "'" + visitor + "'")
                .replace(":most", "50")
                .replace(":longest", "1000"));
        assertThat(plan)
                .contains("conversation_visitor", "message_sequence", "status_change_pkey")
                .doesNotContain("Seq Scan on message", "Seq Scan on status_change", "Seq Scan on conversation");
    }

    @Test
    void whatIsFoundByHisWordsIsReadFromWhatIsHis() {
        assertThat(plan(Descriptions.UNDESCRIBE.replace(":visitors", "array['" + visitor + "']::uuid[]")))
                .contains("conversation_visitor", "search_progress_pkey")
                .doesNotContain("Seq Scan");
    }

    private String plan(String sql) {
        return database.application()
                .inOrganization(
                        organization,
                        handle -> String.join(
                                "\n",
                                handle.createQuery("explain (costs off) "
                                                + sql.replace(":organization", "'" + organization + "'"))
                                        .mapTo(String.class)
                                        .list()));
    }

    @Test
    void aTalkIsToldByTheStretch() {
        var told = new VisitorHistory(database.application()).of(organization, visitor, 50);
        assertThat(told.stream().filter(event -> event.type().equals("message_sent")))
                .extracting(VisitorHistory.Event::count)
                .containsExactlyInAnyOrder(3, 3, 2, 2);
    }
}
