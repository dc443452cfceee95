package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who is there, as colleagues and visitors are told, on one node and on two; and what is given to whom then.
final class PresenceTest {

    private static final String REFUSED = "SEND_ERROR";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Shop grace = shop.colleague("Grace", Role.AGENT);
    private final Http ada = shop.agent();

    private static boolean tells(JsonNode frame, Shop of, String state) {
        return frame.at("/type").asString().equals("presence")
                && StreamSupport.stream(frame.at("/agents").spliterator(), false)
                        .anyMatch(each ->
                                each.at("/id").asString().equals(of.agentId().toString())
                                        && each.at("/state").asString().equals(state));
    }

    private static boolean available(JsonNode frame, boolean whether) {
        return frame.at("/type").asString().equals("presence")
                && frame.at("/available").asBoolean() == whether;
    }

    private static void choose(Shop agent, String choice) {
        agent.agent().put("/v1/account/presence", Map.of("choice", choice)).expect(204);
    }

    @Test
    void aChoiceIsToldToColleaguesAndVisitorsAndStays() {
        try (var stream = shop.agentStream();
                var visitor = shop.guest().stream()) {
            visitor.await(frame -> available(frame, true));
            choose(shop, "away");
            stream.await(frame -> tells(frame, shop, "away"));
            visitor.await(frame -> available(frame, false));
            choose(shop, "offline");
            stream.await(frame -> tells(frame, shop, "offline"));
        }
        try (var again = shop.agentStream()) {
            again.await(frame -> tells(frame, shop, "offline"));
            choose(shop, "online");
            again.await(frame -> tells(frame, shop, "online"));
        }
        ada.put("/v1/account/presence", Map.of("choice", "busy")).expectProblem(400, REFUSED, "INVALID_FIELD");
    }

    @Test
    void whoDoesNothingInAnyOfHisPagesIsAwayUntilHeComesBack() {
        var ticket = shop.agent().post("/v1/stream/tickets").expect(201).at("/ticket");
        try (var idle = StreamClient.open(server, server.ownOrigin());
                var visitor = shop.guest().stream()) {
            idle.send(
                    Map.of("type", "hello", "v", 1, "token", ticket, "client", "console/test", "idleSeconds", 11 * 60));
            idle.await(frame -> tells(frame, shop, "away"));
            idle.send(Map.of("type", "presence", "idleSeconds", 0));
            idle.await(frame -> tells(frame, shop, "online"));
            visitor.await(frame -> available(frame, true));
        }
    }

    @Test
    void whoIsOnlineOnAnotherNodeIsSoHere() {
        try (var node = server.another();
                var here = shop.agentStream();
                var visitor = shop.guest().stream();
                var _ = grace.on(node).agentStream()) {
            here.await(frame -> tells(frame, grace, "online"));
            choose(shop, "offline");
            here.await(frame -> tells(frame, shop, "offline"));
            choose(grace.on(node), "away");
            visitor.await(frame -> available(frame, false));
        }
    }

    @Test
    void colleaguesAreListedWithTheirPresence() {
        try (var here = shop.agentStream()) {
            here.await(frame -> tells(frame, shop, "online"));
            var colleagues = ada.get("/v1/colleagues").expect(200);
            assertThat(List.of(colleagues.at("/colleagues/0/presence"), colleagues.at("/colleagues/1/presence")))
                    .containsExactly("online", "offline");
        }
    }

    private void giveOut() {
        ada.put(
                        "/v1/settings/routing",
                        Map.of(
                                "mode",
                                "least_loaded",
                                "capacity",
                                10,
                                "awayAfterMinutes",
                                10,
                                "giveBackAfterMinutes",
                                30))
                .expect(200);
    }

    @Test
    void aNewConversationIsGivenToWhoeverIsOnlineAndHasTheFewest() {
        giveOut();
        try (var adas = shop.agentStream();
                var _ = grace.agentStream()) {
            adas.await(frame -> tells(frame, grace, "online"));
            shop.guest().conversation(1);
            shop.guest().conversation(1);
            var first = adas.await(frame -> frame.has("assignee"));
            var second = adas.await(
                    frame -> frame.has("assignee") && !frame.at("/conversation").equals(first.at("/conversation")));
            assertThat(List.of(
                            first.at("/assignee/id").asString(),
                            second.at("/assignee/id").asString()))
                    .containsExactlyInAnyOrder(
                            shop.agentId().toString(), grace.agentId().toString());
            assertThat(first.at("/events").asInt()).isEqualTo(1);
        }
    }

    @Test
    void whatWaitsIsGivenOutWhenSomebodyComes() {
        giveOut();
        var conversation = shop.guest().conversation(1);
        assertThat(ada.get("/v1/conversations/" + conversation).json().has("assignee"))
                .isFalse();
        try (var adas = shop.agentStream()) {
            adas.await(frame ->
                    frame.at("/assignee/id").asString().equals(shop.agentId().toString()));
        }
    }

    @Test
    void aTeamIsMadeRenamedAndDissolved() {
        var made = ada.post("/v1/teams", Map.of("name", "Billing", "members", List.of(grace.agentId())))
                .expect(201);
        var path = "/v1/teams/" + made.at("/id");
        ada.post("/v1/teams", Map.of("name", "billing")).expectProblem(409, REFUSED, "TEAM_NAME_TAKEN");
        ada.post("/v1/teams", Map.of("name", "X", "members", List.of(UUID.randomUUID())))
                .expectProblem(400, REFUSED, "AGENT_UNKNOWN");
        ada.patch(path, Map.of("name", "Accounts", "members", List.of())).expect(200);
        assertThat(grace.agent().get("/v1/teams").expect(200).at("/teams/0/name"))
                .isEqualTo("Accounts");
        ada.delete(path).expect(204);
        ada.delete(path).expect(404);
        var actions = ada.get("/v1/audit").expect(200).text();
        assertThat(actions).contains("team.created", "team.changed", "team.deleted");
    }

    @Test
    void theThreadTellsWhoDidWhat() {
        var team = ada.post("/v1/teams", Map.of("name", "Billing", "members", List.of(grace.agentId())))
                .expect(201)
                .at("/id");
        var path = "/v1/conversations/" + shop.guest().conversation(1);
        ada.put(path + "/assignee", Map.of("agent", shop.agentId())).expect(200);
        var moved = ada.put(path + "/team", Map.of("team", team, "expected", shop.agentId()))
                .expect(200);
        assertThat(moved.at("/team/name")).isEqualTo("Billing");
        assertThat(moved.json().has("assignee")).isFalse();
        ada.put(path + "/team", Map.of("team", UUID.randomUUID())).expectProblem(400, REFUSED, "TEAM_UNKNOWN");
        ada.patch(path, Map.of("status", "resolved")).expect(200);
        var events = ada.get(path + "/events").expect(200).json().at("/events");
        assertThat(StreamSupport.stream(events.spliterator(), false)
                        .map(each -> each.at("/kind").asString()))
                .containsExactly("assigned", "moved", "resolved");
        assertThat(events.at("/1/team").asString()).isEqualTo("Billing");
        assertThat(events.at("/0/actor/name").asString()).isEqualTo("Ada");
        var listed = ada.get("/v1/conversations?status=any&team=" + team).expect(200);
        assertThat(path).endsWith(listed.at("/conversations/0/id"));
        ada.get("/v1/conversations/" + UUID.randomUUID() + "/events").expect(404);
    }
}
