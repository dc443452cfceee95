package io.chask.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.audit.Actor;
import io.chask.conversation.ConversationId;
import io.chask.database.TestDatabase;
import io.chask.desk.Assignment;
import io.chask.desk.Assignments;
import io.chask.organization.Organizations;
import io.chask.routing.RoutingSettings.Mode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What is given to whom when several nodes give out at once, and hands reach in between: on a real database.
final class RouterTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final Instant now = Instant.now();
    private final UUID organization = new Organizations(DATABASE.application(), new SecureRandom())
            .create("Shop", List.of(), Actor.SYSTEM, Instant.EPOCH)
            .organization()
            .id();
    private final UUID visitor = UUID.randomUUID();
    private final ConcurrentLinkedQueue<ConversationId> told = new ConcurrentLinkedQueue<>();
    private final Router router = router();
    private final Assignments hands = new Assignments(DATABASE.application(), (_, _) -> {});
    private final RoutingTable table = new RoutingTable(DATABASE.application());

    RouterTest() {
        DATABASE.execute(
                "insert into visitor (organization_id, id) values ('%s', '%s')".formatted(organization, visitor));
        rule(10, 30);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private Router router() {
        return new Router(DATABASE.application(), (conversation, _) -> told.add(conversation));
    }

    private void rule(int capacity, Integer giveBack) {
        var settings = new RoutingSettings(Mode.LEAST_LOADED, capacity, 10, giveBack);
        table.change(organization, settings, Actor.SYSTEM, now);
    }

    private UUID online() {
        var agent = agent();
        present(agent, "online", now, now);
        return agent;
    }

    private UUID agent() {
        var agent = UUID.randomUUID();
        DATABASE.execute(
                "insert into agent (organization_id, id, email, name, password_hash) values ('%s', '%s', '%s', 'Ana', '-')"
                        .formatted(organization, agent, agent + "@example.com"));
        return agent;
    }

    private void present(UUID agent, String choice, Instant seen, Instant active) {
        DATABASE.execute("""
                insert into agent_presence (organization_id, agent_id, choice, chosen_at, seen_at, active_at)
                values ('%s', '%s', '%s', '%s', '%s', '%s')
                on conflict (organization_id, agent_id) do update set choice = excluded.choice,
                  chosen_at = excluded.chosen_at, seen_at = excluded.seen_at, active_at = excluded.active_at
                """.formatted(organization, agent, choice, seen, seen, active));
    }

    private ConversationId conversation() {
        var id = UUID.randomUUID();
        DATABASE.execute("""
                insert into conversation (organization_id, id, visitor_id, last_sequence) values ('%1$s', '%2$s', '%3$s', 1);
                insert into message (organization_id, conversation_id, id, sequence, sender, author_id, content, created_at)
                values ('%1$s', '%2$s', '%2$s', 1, 'user', '%3$s', 'Hi', now());
                """.formatted(organization, id, visitor));
        return new ConversationId(organization, id);
    }

    private List<ConversationId> conversations(int number) {
        return Stream.generate(this::conversation).limit(number).toList();
    }

    private long has(UUID agent) {
        return DATABASE.count("select count(*) from conversation_work where assignee_id = '" + agent + "'");
    }

    private long events(String kind) {
        return DATABASE.count("select count(*) from work_event where organization_id = '" + organization
                + "' and kind = '" + kind + "'");
    }

    private boolean isHis(ConversationId conversation, UUID agent) {
        return DATABASE.count("select count(*) from conversation_work where conversation_id = '" + conversation.value()
                        + "' and assignee_id = '" + agent + "'")
                == 1;
    }

    private Assignment.Result claim(ConversationId conversation, UUID agent) {
        return hands.assign(new Assignment(conversation, agent, null, agent));
    }

    @Test
    void eachGoesToWhoeverHasTheFewest() {
        var ada = online();
        var grace = online();
        claim(conversation(), ada);
        conversations(5);
        assertThat(router.route(organization, now)).isEqualTo(5);
        assertThat(List.of(has(ada), has(grace))).containsExactly(3L, 3L);
        assertThat(told).hasSize(5);
    }

    @Test
    void whenSeveralNodesGiveOutAtOnceEachConversationIsGivenOnceAndNobodyGetsTooMany() {
        rule(25, 30);
        var agents = List.of(online(), online(), online());
        conversations(90);
        var nodes = Stream.generate(this::router).limit(6).toList();
        var given = nodes.stream()
                .map(node -> CompletableFuture.supplyAsync(() -> node.route(organization, now)))
                .toList();
        int all = given.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(all).isEqualTo(75);
        assertThat(agents).allSatisfy(agent -> assertThat(has(agent)).isEqualTo(25));
        assertThat(events("routed")).isEqualTo(75);
        assertThat(told).hasSize(75).doesNotHaveDuplicates();
    }

    @Test
    void aHandThatClaimsMeanwhileWinsOrIsToldWhoHasIt() {
        rule(1000, 30);
        online();
        online();
        var hand = agent();
        var waiting = conversations(60);
        var claims = CompletableFuture.supplyAsync(() -> waiting.reversed().stream()
                .filter(each -> claim(each, hand) instanceof Assignment.Assigned)
                .toList());
        var routed = List.of(
                CompletableFuture.supplyAsync(() -> router.route(organization, now)),
                CompletableFuture.supplyAsync(() -> router().route(organization, now)));
        var mine = claims.join();
        int given = routed.stream().mapToInt(CompletableFuture::join).sum();
        given += router.route(organization, now);
        assertThat(mine).allSatisfy(each -> assertThat(isHis(each, hand)).isTrue());
        assertThat(mine.size() + given).isEqualTo(60);
        assertThat(events("assigned") + events("routed")).isEqualTo(60);
    }

    @Test
    void whenNobodyHasRoomItWaitsAndIsGivenOutWhenSomebodyHas() {
        rule(1, 30);
        var ada = online();
        conversations(2);
        assertThat(router.route(organization, now)).isEqualTo(1);
        assertThat(router.route(organization, now)).isZero();
        DATABASE.execute("update conversation c set status = 'resolved' from conversation_work w"
                + " where w.conversation_id = c.id and w.assignee_id = '" + ada + "'");
        assertThat(router.route(organization, now)).isEqualTo(1);
    }

    @Test
    void onlyThoseWhoAreOnlineAreGivenAny() {
        present(agent(), "away", now, now);
        present(agent(), "offline", now, now);
        present(agent(), "online", now, now.minusSeconds(11 * 60));
        present(agent(), "online", now.minusSeconds(40), now);
        conversations(2);
        assertThat(router.route(organization, now)).isZero();
    }

    @Test
    void anAgentsOwnCapacityCountsBeforeTheOrganizations() {
        var ada = online();
        table.changeCapacity(organization, ada, 2, Actor.SYSTEM, now);
        conversations(5);
        assertThat(router.route(organization, now)).isEqualTo(2);
        table.changeCapacity(organization, ada, null, Actor.SYSTEM, now);
        assertThat(router.route(organization, now)).isEqualTo(3);
    }

    @Test
    void whatATeamHasGoesToItsMembersOnly() {
        var ada = online();
        var grace = online();
        var teams = new Teams(DATABASE.application(), (_, _) -> {}, UUID::randomUUID, Clock.systemUTC());
        var made = teams.create(organization, "Billing", Set.of(grace), Actor.SYSTEM);
        assertThat(made).isInstanceOf(TeamChange.Done.class);
        var team = made instanceof TeamChange.Done(Teams.Entry entry) ? entry.id() : UUID.randomUUID();
        List<ConversationId> theirs = new ArrayList<>(conversations(3));
        theirs.forEach(each -> hands.move(new Assignment.Move(each, team, null, null, ada)));
        assertThat(router.route(organization, now)).isEqualTo(3);
        assertThat(has(grace)).isEqualTo(3);
        assertThat(teams.delete(organization, team, Actor.SYSTEM)).isTrue();
        assertThat(teams.list(organization)).isEmpty();
        assertThat(has(grace)).isEqualTo(3);
    }

    @Test
    void whatWasPutBackByHandIsLeftAlone() {
        var ada = online();
        var conversation = conversation();
        claim(conversation, ada);
        hands.assign(new Assignment(conversation, null, ada, ada));
        assertThat(router.route(organization, now)).isZero();
    }

    @Test
    void whatWaitsForSomebodyWhoIsGoneIsTakenBackOnceAndWhatIsAnsweredStaysHis() {
        var gone = agent();
        present(gone, "online", now.minusSeconds(31 * 60), now.minusSeconds(31 * 60));
        var waits = conversation();
        var answered = conversation();
        claim(waits, gone);
        claim(answered, gone);
        DATABASE.execute("update message set sender = 'agent' where conversation_id = '" + answered.value() + "'");
        DATABASE.execute(
                "update conversation_work set assigned_at = now() - interval '40 min' where organization_id = '"
                        + organization + "'");
        var taken = List.of(
                CompletableFuture.supplyAsync(() -> router.takeBack(organization, now)),
                CompletableFuture.supplyAsync(() -> router().takeBack(organization, now)));
        assertThat(taken.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
        assertThat(isHis(answered, gone)).isTrue();
        assertThat(isHis(waits, gone)).isFalse();
        var ada = online();
        assertThat(router.route(organization, now)).isEqualTo(1);
        assertThat(isHis(waits, ada)).isTrue();
    }

    @Test
    void aCorrectionIsNoAnswer() {
        var gone = agent();
        present(gone, "online", now.minusSeconds(31 * 60), now.minusSeconds(31 * 60));
        var waits = conversation();
        claim(waits, gone);
        DATABASE.execute("""
                insert into message (organization_id, conversation_id, id, sequence, sender, content, target_id, created_at)
                values ('%1$s', '%2$s', '%3$s', 2, 'agent', 'Hello', '%3$s', now());
                update conversation set last_sequence = 2 where organization_id = '%1$s' and id = '%2$s';
                update conversation_work set assigned_at = now() - interval '40 min' where organization_id = '%1$s'
                """.formatted(organization, waits.value(), UUID.randomUUID()));
        assertThat(router.takeBack(organization, now)).isEqualTo(1);
    }

    @Test
    void nothingMovesByItselfWhereItIsDoneByHand() {
        table.change(organization, new RoutingSettings(Mode.MANUAL, 10, 10, 30), Actor.SYSTEM, now);
        online();
        conversations(2);
        assertThat(router.route(organization, now) + router.takeBack(organization, now))
                .isZero();
    }
}
