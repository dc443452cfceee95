package io.chask.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.audit.Actor;
import io.chask.database.HeldTransaction;
import io.chask.database.TestDatabase;
import io.chask.organization.Organizations;
import io.chask.routing.RoutingSettings.Mode;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What others do, and have not committed yet, when the router or whoever dissolves a team comes upon it.
@Timeout(60)
final class MeanwhileTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String LOW = "00000000-0000-4000-8000-000000000001";
    private static final String HIGH = "ffffffff-0000-4000-8000-000000000001";

    private final Instant now = Instant.now();
    private final UUID organization = new Organizations(DATABASE.application(), new SecureRandom())
            .create("Shop", List.of(), Actor.SYSTEM, Instant.EPOCH)
            .organization()
            .id();
    private final Router router = new Router(DATABASE.application(), (_, _) -> {});

    MeanwhileTest() {
        DATABASE.execute("insert into visitor (organization_id, id) values ('%1$s', '%1$s')".formatted(organization));
        rule(1);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private void rule(int capacity) {
        new RoutingTable(DATABASE.application())
                .change(organization, new RoutingSettings(Mode.LEAST_LOADED, capacity, 10, 30), Actor.SYSTEM, now);
    }

    private void online(String agent) {
        DATABASE.execute("""
                insert into agent (organization_id, id, email, name, password_hash)
                values ('%1$s', '%2$s', '%1$s-%2$s@example.com', 'Ana', '-');
                insert into agent_presence (organization_id, agent_id, choice, chosen_at, seen_at, active_at)
                values ('%1$s', '%2$s', 'online', '%3$s', '%3$s', '%3$s')
                """.formatted(organization, agent, now));
    }

    private void conversation(String id, int minutesAgo) {
        DATABASE.execute("""
                insert into conversation (organization_id, id, visitor_id, created_at)
                values ('%1$s', '%2$s', '%1$s', now() - interval '%3$d min')
                """.formatted(organization, id, minutesAgo));
    }

    private HeldTransaction held(String sql) throws SQLException {
        return new HeldTransaction(DATABASE, sql.formatted(organization));
    }

    private String lockWork(String conversation) {
        return "select from conversation_work where organization_id = '" + organization + "' and conversation_id = '"
                + conversation + "' for no key update";
    }

    private CompletableFuture<Integer> routing() {
        return CompletableFuture.supplyAsync(() -> router.route(organization, now));
    }

    private long has(String agent) {
        return DATABASE.count("select count(*) from conversation_work where organization_id = '" + organization
                + "' and assignee_id = '" + agent + "'");
    }

    @Test
    void whoGoesOfflineIsGivenNothingMore() throws SQLException {
        online(LOW);
        conversation(LOW, 1);
        try (var leaving =
                held("update agent_presence set choice = 'offline', chosen_at = now() where organization_id = '%s'")) {
            var routing = routing();
            leaving.awaitWaiting();
            leaving.commit();
            assertThat(routing.join()).isZero();
        }
        assertThat(has(LOW)).isZero();
    }

    @Test
    void whoIsFilledByAHandIsGivenNothingMore() throws SQLException {
        online(LOW);
        online(HIGH);
        conversation(LOW, 2);
        conversation(HIGH, 1);
        try (var hand = held("""
                insert into conversation_work (organization_id, conversation_id, assignee_id, assigned_at)
                values ('%s', '""" + LOW + "', '" + HIGH + "', now())")) {
            var routing = routing();
            hand.awaitWaiting();
            hand.commit();
            routing.join();
        }
        router.route(organization, now);
        assertThat(List.of(has(LOW), has(HIGH))).containsExactly(1L, 1L);
    }

    @Test
    void whatIsGivenWhileALeavingAgentIsWaitedForCounts() throws SQLException {
        online(LOW);
        online(HIGH);
        conversation(LOW, 2);
        conversation(HIGH, 1);
        try (var leaving =
                held("update agent_presence set choice = 'offline' where organization_id = '%s' and agent_id = '" + LOW
                        + "'")) {
            var routing = routing();
            leaving.awaitWaiting();
            DATABASE.execute("""
                    insert into conversation_work (organization_id, conversation_id, assignee_id, assigned_at)
                    values ('%s', '%s', '%s', now())
                    """.formatted(organization, LOW, HIGH));
            leaving.commit();
            assertThat(routing.join()).isZero();
        }
        assertThat(has(HIGH)).isEqualTo(1);
    }

    private void work(String conversation, String team) {
        DATABASE.execute(
                "insert into conversation_work (organization_id, conversation_id, team_id) values ('%s', '%s', %s)"
                        .formatted(organization, conversation, team));
    }

    @Test
    void theRouterLocksWorkInTheOrderOfTheIds() throws SQLException {
        rule(10);
        online(LOW);
        conversation(HIGH, 2);
        conversation(LOW, 1);
        work(HIGH, "null");
        work(LOW, "null");
        try (var other = held(lockWork(LOW))) {
            var routing = routing();
            other.awaitWaiting();
            other.execute(lockWork(HIGH));
            other.commit();
            assertThat(routing.join()).isEqualTo(2);
        }
    }

    @Test
    void whoDissolvesATeamLocksWorkInTheOrderOfTheIds() throws SQLException {
        var teams = new Teams(DATABASE.application(), (_, _) -> {}, UUID::randomUUID, Clock.systemUTC());
        var team = UUID.randomUUID();
        DATABASE.execute("insert into team (organization_id, id, name) values ('%s', '%s', 'Billing')"
                .formatted(organization, team));
        conversation(HIGH, 2);
        conversation(LOW, 1);
        work(HIGH, "'" + team + "'");
        work(LOW, "'" + team + "'");
        try (var other = held(lockWork(LOW))) {
            var dissolving = CompletableFuture.supplyAsync(() -> teams.delete(organization, team, Actor.SYSTEM));
            other.awaitWaiting();
            other.execute(lockWork(HIGH));
            other.commit();
            assertThat(dissolving.join()).isTrue();
        }
    }
}
