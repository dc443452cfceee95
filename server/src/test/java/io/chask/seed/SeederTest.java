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
    void theSameSeedInventsTheSame() {
        assertThat(invented(3)).isEqualTo(invented(3)).isNotEqualTo(invented(4));
    }

    private static List<SeededConversation> invented(long seed) {
        var agents = List.of(new UUID(1, 1));
        var invention = new Invention(new SplittableRandom(seed), agents, NOW);
        return Stream.generate(invention::next).limit(20).toList();
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
