package io.chask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chask.account.Agents;
import io.chask.account.NewAgent;
import io.chask.account.QuickPasswords;
import io.chask.account.Role;
import io.chask.audit.Actor;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.desk.Handovers;
import io.chask.desk.WorkListener;
import io.chask.routing.Teams;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What an agent had is nobody's once he is disabled, so that somebody else takes it.
@Timeout(60)
final class HandoverTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http ada = shop.agent();
    private final UUID grace = agent("Grace");
    private final Guest guest = shop.guest();
    private final UUID conversation = guest.conversation(1);
    private final UUID resolved = guest.conversation(1);

    private UUID agent(String name) {
        var email = name + "-" + UUID.randomUUID() + "@shop.example";
        return server.agents()
                .add(new NewAgent(shop.id(), email, name, Role.AGENT, RunningServer.PASSWORD), Actor.SYSTEM)
                .id();
    }

    private static String path(UUID conversation) {
        return "/v1/conversations/" + conversation;
    }

    private Answer assign(UUID conversation, UUID agent) {
        return ada.put(path(conversation) + "/assignee", Map.of("agent", agent.toString()));
    }

    @BeforeEach
    void give() {
        assign(conversation, grace).expect(200);
        assign(resolved, grace).expect(200);
        ada.patch(path(resolved), Map.of("status", "resolved")).expect(200);
    }

    private void disable(UUID agent) {
        ada.patch("/v1/team/" + agent, Map.of("disabled", true)).expect(200);
    }

    private List<String> unassigned() {
        var page = ada.get("/v1/conversations?assignee=none").expect(200).json().at("/conversations");
        return StreamSupport.stream(page.spliterator(), false)
                .map(row -> row.at("/id").asString())
                .toList();
    }

    @Test
    void openConversationsAreNobodysAtOnceAndTheConsolesAreTold() {
        try (var stream = shop.agentStream()) {
            disable(grace);
            stream.await(frame -> frame.at("/type").asString().equals("inbox")
                    && frame.at("/conversation").asString().equals(conversation.toString())
                    && !frame.has("assignee"));
        }
        assertThat(unassigned()).containsExactly(conversation.toString());
        var last = ada.get(path(conversation) + "/events").expect(200).json().at("/events/1");
        assertThat(last.at("/kind").asString()).isEqualTo("given_back");
        assertThat(last.at("/actor/id").asString()).isEqualTo(shop.agentId().toString());
        assertThat(last.at("/agent/id").asString()).isEqualTo(grace.toString());
    }

    @Test
    void aConversationStaysInItsTeam() {
        var team = ada.post("/v1/teams", Map.of("name", "Billing", "members", List.of(grace.toString())))
                .expect(201)
                .at("/id");
        ada.put(path(conversation) + "/team", Map.of("team", team, "expected", grace.toString()))
                .expect(200);
        assign(conversation, grace).expect(200);
        disable(grace);
        var left = ada.get(path(conversation)).expect(200).json();
        assertThat(left.has("assignee")).isFalse();
        assertThat(left.at("/team/id").asString()).isEqualTo(team);
    }

    @Test
    void whatAVisitorOpensAgainIsNobodysToo() {
        disable(grace);
        guest.post(resolved, "One more thing").expect(201);
        assertThat(unassigned()).contains(resolved.toString());
    }

    @Test
    void whatOthersHaveStaysTheirs() {
        var linus = agent("Linus");
        assign(guest.conversation(1), linus).expect(200);
        disable(grace);
        assertThat(ada.get("/v1/conversations?assignee=" + linus)
                        .expect(200)
                        .json()
                        .at("/conversations"))
                .hasSize(1);
    }

    @Test
    void theCommandLineReleasesThemToo() {
        try (var database = Database.open(server.database().owner(), DatabaseRole.APPLICATION, 1)) {
            var handovers = new Handovers(database, (_, _) -> {});
            database.inOrganization(shop.id(), handle -> handovers.release(handle, shop.id(), grace, null))
                    .run();
        }
        assertThat(unassigned()).containsExactly(conversation.toString());
        var last = ada.get(path(conversation) + "/events").expect(200).json().at("/events/1");
        assertThat(last.has("actor")).isFalse();
    }

    /// As when the process dies right after the commit: nobody is told at once.
    @Test
    void consolesAreToldOfWhatWasReleasedThoughNobodyTells() {
        var second = guest.conversation(1);
        assign(second, grace).expect(200);
        try (var database = Database.open(server.database().owner(), DatabaseRole.APPLICATION, 1);
                var stream = shop.agentStream()) {
            server.checkPositions();
            var handovers = new Handovers(database, (_, _) -> {});
            database.useOrganization(shop.id(), handle -> handovers.release(handle, shop.id(), grace, shop.agentId()));
            server.checkPositions();
            awaitReleased(stream, Set.of(conversation, second), "assignee");
        }
    }

    /// As when the process dies amid the telling.
    @Test
    void consolesAreToldOfATeamThatWasDissolvedThoughNobodyTells() {
        var second = guest.conversation(1);
        assign(second, grace).expect(200);
        var team = UUID.fromString(ada.post("/v1/teams", Map.of("name", "Billing", "members", List.of()))
                .expect(201)
                .at("/id"));
        var moved = Map.of("team", team.toString(), "expected", grace.toString());
        for (var each : List.of(conversation, second)) {
            ada.put(path(each) + "/team", moved).expect(200);
        }
        try (var database = Database.open(server.database().owner(), DatabaseRole.APPLICATION, 1);
                var stream = shop.agentStream()) {
            server.checkPositions();
            WorkListener dying = (_, _) -> {
                throw new IllegalStateException("dies");
            };
            var teams = new Teams(database, dying, UUID::randomUUID, Clock.systemUTC());
            assertThatIllegalStateException().isThrownBy(() -> teams.delete(shop.id(), team, Actor.SYSTEM));
            server.checkPositions();
            awaitReleased(stream, Set.of(conversation, second), "team");
        }
    }

    /// They come in any order.
    private static void awaitReleased(StreamClient stream, Set<UUID> conversations, String from) {
        var missing = new HashSet<String>();
        conversations.forEach(each -> missing.add(each.toString()));
        while (!missing.isEmpty()) {
            var frame = stream.await(each -> each.at("/type").asString().equals("inbox")
                    && missing.contains(each.at("/conversation").asString())
                    && !each.has(from));
            missing.remove(frame.at("/conversation").asString());
        }
    }

    /// Whoever holds work waits for the log, and so must whoever disables an agent: neither for the other.
    @Test
    void whoDisablesAnAgentWaitsForHisWorkBeforeHeHoldsTheLog() {
        try (var database = Database.open(server.database().owner(), DatabaseRole.APPLICATION, 1);
                var others = Database.open(server.database().owner(), DatabaseRole.APPLICATION, 2)) {
            var handovers = new Handovers(others, (_, _) -> {});
            var agents = new Agents(others, QuickPasswords.hasher(), handovers::release, Clock.systemUTC());
            var disabled = database.inOrganization(shop.id(), handle -> {
                handle.execute("select from conversation_work where conversation_id = ? for update", conversation);
                var waiting = CompletableFuture.supplyAsync(() -> agents.disable(shop.id(), grace, Actor.COMMAND_LINE));
                awaitWaiting("with owned as%");
                handle.execute("select from audit_chain for update");
                return waiting;
            });
            assertThat(disabled.join()).isTrue();
        }
    }

    @Test
    void whoIsGivenAConversationWhileHeIsDisabledDoesNotKeepIt() {
        Map<UUID, CompletableFuture<Answer>> gifts = new HashMap<>();
        for (int number = 0; number < 12; number++) {
            var each = guest.conversation(1);
            gifts.put(each, CompletableFuture.supplyAsync(() -> assign(each, grace)));
        }
        disable(grace);
        gifts.values().forEach(CompletableFuture::join);
        assertThat(server.database()
                        .count("select count(*) from conversation_work where assignee_id = '" + grace + "'"))
                .isZero();
    }

    /// The order of steps that two owners' requests took by chance: one holds the agent and then names the owner.
    @Test
    void whoeverGivesSomethingMeanwhileIsWaitedForByWhoDisables() {
        try (var database = Database.open(server.database().owner(), DatabaseRole.APPLICATION, 1)) {
            var disabled = database.inOrganization(shop.id(), handle -> {
                handle.execute("select from agent where id = ? for share", grace);
                var waiting = CompletableFuture.runAsync(() -> disable(grace));
                awaitWaiting("update agent");
                handle.execute(
                        "insert into work_event (organization_id, conversation_id, kind, actor_id) values (?, ?, ?, ?)",
                        shop.id(),
                        conversation,
                        "assigned",
                        shop.agentId());
                return waiting;
            });
            disabled.join();
        }
        assertThat(unassigned()).contains(conversation.toString());
    }

    private void awaitWaiting(String statement) {
        while (server.database().waiting(statement) == 0) {
            Thread.onSpinWait();
        }
    }
}
