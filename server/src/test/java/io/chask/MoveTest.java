package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Of two agents who move a conversation at once, one does, and the other is told where it went.
final class MoveTest {

    private static final String REFUSED = "SEND_ERROR";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http ada = shop.agent();
    private final String path = "/v1/conversations/" + shop.guest().conversation(1) + "/team";
    private final String billing = team("Billing");
    private final String returns = team("Returns");

    private String team(String name) {
        return ada.post("/v1/teams", Map.of("name", name, "members", List.of()))
                .expect(201)
                .at("/id");
    }

    private Answer move(@Nullable String team, @Nullable String from) {
        Map<String, Object> body = new HashMap<>();
        body.put("team", team);
        body.put("expectedTeam", from);
        return ada.put(path, body);
    }

    @Test
    void ofTwoWhoMoveItAtOnceOneWinsAndTheOtherIsToldWhereItIs() {
        var moves = Stream.of(billing, returns)
                .map(team -> CompletableFuture.supplyAsync(() -> move(team, null)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(moves).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        boolean first = moves.getFirst().status() == 200;
        var lost = moves.get(first ? 1 : 0).expectProblem(409, REFUSED, "MOVED_ELSEWHERE");
        assertThat(lost.at("/team/id")).isEqualTo(first ? billing : returns);
        assertThat(lost.at("/team/name")).isEqualTo(first ? "Billing" : "Returns");
    }

    @Test
    void whoExpectsAnotherTeamOrNoneChangesNothing() {
        move(billing, null).expect(200);
        move(returns, returns).expectProblem(409, REFUSED, "MOVED_ELSEWHERE");
        move(returns, null).expectProblem(409, REFUSED, "MOVED_ELSEWHERE");
        move(returns, billing).expect(200);
        move(null, returns).expect(200);
        var none = move(billing, returns).expectProblem(409, REFUSED, "MOVED_ELSEWHERE");
        assertThat(none.json().has("team")).isFalse();
    }

    @Test
    void aRepeatedMoveSucceedsAgain() {
        move(billing, null).expect(200);
        move(billing, null).expect(200);
    }

    @Test
    void whoSaysNoTeamIsNotCompared() {
        move(billing, null).expect(200);
        var moved = ada.put(path, Map.of("team", returns)).expect(200);
        assertThat(moved.at("/team/id")).isEqualTo(returns);
    }

    @Test
    void aConversationThatIsNotThereIsNotFound() {
        var elsewhere = "/v1/conversations/" + UUID.randomUUID() + "/team";
        ada.put(elsewhere, Map.of("team", billing, "expectedTeam", returns)).expectProblem(404, REFUSED, "NOT_FOUND");
    }
}
