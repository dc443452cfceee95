package io.chask.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Invented conversations are whole, varied, and the same for the same seed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SeederTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final Database owner = Database.open(database.owner(), DatabaseRole.OWNER, 1);
    private final Seeder seeder = new Seeder(owner);

    @AfterAll
    void close() {
        owner.close();
        database.close();
    }

    private UUID organization(int agents) {
        var id = UUID.randomUUID();
        database.execute("insert into organization (organization_id, name) values ('" + id + "', 'Shop')");
        for (int each = 0; each < agents; each++) {
            database.execute(
                    "insert into agent (organization_id, id, email, name, password_hash) values ('%s', '%s', '%s', 'Ana', '-')"
                            .formatted(id, UUID.randomUUID(), UUID.randomUUID() + "@example.com"));
        }
        return id;
    }

    private long count(String sql, UUID organization) {
        return database.count(sql.formatted(organization));
    }

    @Test
    void whatIsInventedIsWhole() {
        var id = organization(2);
        var made = seeder.seed(id, 1500, new SplittableRandom(7), NOW);
        assertThat(made.conversations()).isEqualTo(1500);
        assertThat(count("select count(*) from conversation where organization_id = '%s'", id))
                .isEqualTo(1500);
        assertThat(count("select count(*) from message where organization_id = '%s'", id))
                .isEqualTo(made.messages());
        assertThat(count("""
                        select count(*) from conversation c
                        join lateral (select max(m.sequence) as last, max(m.created_at) as at from message m
                          where m.organization_id = c.organization_id and m.conversation_id = c.id) m on true
                        where c.organization_id = '%s' and (c.last_sequence <> m.last or c.listed_at <> m.at)
                        """, id)).isZero();
        assertThat(count("select count(distinct locale) from visitor where organization_id = '%s'", id))
                .isEqualTo(3);
        assertThat(count("select count(*) from conversation_tag where organization_id = '%s'", id))
                .isPositive();
        assertThat(count("select count(distinct assignee_id) from conversation_work where organization_id = '%s'", id))
                .isEqualTo(2);
    }

    @Test
    void whatAnAgentLooksAtIsThere() {
        var id = organization(2);
        seeder.seed(id, 1500, new SplittableRandom(7), NOW);
        for (var some : List.of(
                "visitor where phone is not null",
                "visitor where company_name is not null and user_id is not null and attributes <> '{}'",
                "visitor where page_url is not null and page_referrer is not null and user_agent is not null",
                "visitor_visit where kind = 'page_viewed'",
                "visitor_visit where kind = 'widget_opened'",
                "visitor_visit where kind = 'identified'",
                "note where true",
                "rating where true",
                "conversation where status = 'resolved'",
                "conversation_work where snoozed_until > '%s'".formatted(NOW),
                "work_event where kind = 'snoozed'",
                "work_event where kind = 'rated'")) {
            assertThat(count("select count(*) from " + some + " and organization_id = '%s'", id))
                    .as(some)
                    .isGreaterThan(20);
        }
        assertThat(count("""
                        select count(*) from (select 1 from conversation where organization_id = '%s'
                        group by visitor_id having count(*) > 1) often
                        """, id)).isGreaterThan(100);
        assertThat(count("select count(*) from visitor where user_id like 'seed%%' and organization_id = '%s'", id))
                .isZero();
    }

    @Test
    void nothingInventedIsStillToCome() {
        var id = organization(1);
        seeder.seed(id, 300, new SplittableRandom(7), NOW);
        for (var time : List.of(
                "last_seen_at from visitor",
                "last_message_at from conversation",
                "changed_at from status_change",
                "at from work_event",
                "at from visitor_visit",
                "rated_at from rating")) {
            assertThat(count(
                            "select count(*) from (select organization_id, " + time + ") t (organization_id, at)"
                                    + " where at > '" + NOW + "' and organization_id = '%s'",
                            id))
                    .as(time)
                    .isZero();
        }
    }

    @Test
    void aVisitorWithoutANameIsGreetedWithoutOne() {
        var invention = new Invention(new SplittableRandom(5), List.of(new UUID(1, 1)), NOW);
        var visitors = Stream.generate(() -> invention.next(10)).limit(2_000).toList();
        assertThat(visitors).anyMatch(each -> each.person().first() == null);
        assertThat(visitors.stream()
                        .flatMap(each -> each.conversations().stream())
                        .flatMap(each -> each.said().stream())
                        .map(SeededConversation.Said::content))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("{", "[", "]", " ,", " .", "  ")
                        .doesNotContainPattern(", *[.,]"))
                .contains("Hello, thank you for writing. Let me look.")
                .contains("Hola. Gracias por escribir, lo reviso enseguida.")
                .contains("Olá. Obrigado por escrever, vou verificar.");
    }

    @Test
    void theSameSeedInventsTheSame() {
        assertThat(invented(3)).isEqualTo(invented(3)).isNotEqualTo(invented(4));
    }

    private static List<SeededVisitor> invented(long seed) {
        var agents = List.of(new UUID(1, 1));
        var invention = new Invention(new SplittableRandom(seed), agents, NOW);
        return Stream.generate(() -> invention.next(10)).limit(20).toList();
    }

    @Test
    void conversationsOfRealVisitorsAreToldFromInventedOnes() {
        var id = organization(1);
        seeder.seed(id, 10, new SplittableRandom(1), NOW);
        assertThat(seeder.hasRealOnes(id)).isFalse();
        var visitor = UUID.randomUUID();
        database.execute("insert into visitor (organization_id, id) values ('%s', '%s')".formatted(id, visitor));
        database.execute("insert into conversation (organization_id, id, visitor_id) values ('%s', '%s', '%s')"
                .formatted(id, UUID.randomUUID(), visitor));
        assertThat(seeder.hasRealOnes(id)).isTrue();
    }

    @Test
    void anOrganizationWithoutAgentsCannotBeFilled() {
        var id = organization(0);
        assertThatThrownBy(() -> seeder.seed(id, 1, new SplittableRandom(1), NOW))
                .hasMessageContaining("no agent");
    }
}
