package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What agents keep of their views: each his own, wherever he signs in.
final class SavedFilterTest {

    private static final String REFUSED = "SEND_ERROR";
    private static final String FILTERS = "/v1/account/filters";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http ada = shop.agent();

    private static String path(UUID id) {
        return FILTERS + "/" + id;
    }

    private static Answer keep(Http by, UUID id, Map<String, Object> filter) {
        Map<String, Object> body = new HashMap<>(filter);
        body.put("id", id.toString());
        return by.post(FILTERS, body);
    }

    private static Map<String, Object> refunds(String name) {
        return Map.of("name", name, "view", "all", "tag", "Refund");
    }

    private static List<String> names(Http agent) {
        var filters = agent.get(FILTERS).expect(200).json().at("/filters");
        return StreamSupport.stream(filters.spliterator(), false)
                .map(filter -> filter.at("/name").asString())
                .toList();
    }

    @Test
    void aFilterIsThereOnEveryBrowserOfItsAgentAndForNobodyElse() {
        var id = UUID.randomUUID();
        var team = UUID.randomUUID();
        keep(ada, id, Map.of("name", " Late ", "view", "mine", "assignee", shop.agentId(), "team", team))
                .expect(201);
        var kept = shop.agent().get(FILTERS).expect(200).json().at("/filters/0");
        assertThat(kept.at("/id").asString()).isEqualTo(id.toString());
        assertThat(kept.at("/name").asString()).isEqualTo("Late");
        assertThat(kept.at("/view").asString()).isEqualTo("mine");
        assertThat(kept.at("/assignee").asString()).isEqualTo(shop.agentId().toString());
        assertThat(kept.at("/team").asString()).isEqualTo(team.toString());
        assertThat(kept.has("tag")).isFalse();
        assertThat(names(colleague())).isEmpty();
        assertThat(names(server.shop().agent())).isEmpty();
    }

    private Http colleague() {
        var email = "agent-" + UUID.randomUUID() + "@shop.example";
        var grace = server.agents()
                .add(new NewAgent(shop.id(), email, "Grace", Role.AGENT, RunningServer.PASSWORD), Actor.SYSTEM);
        return new Shop(server, shop.id(), shop.key(), grace.id(), email).agent();
    }

    @Test
    void whatHasTheSameIdIsReplacedAndNothingOfItIsLeft() {
        var id = UUID.randomUUID();
        keep(ada, id, refunds("Refunds")).expect(201);
        keep(ada, id, refunds("Refunds")).expect(200);
        ada.put(path(id), Map.of("name", "Mine", "view", "mine")).expect(200);
        assertThat(names(ada)).containsExactly("Mine");
        assertThat(ada.get(FILTERS).json().at("/filters/0").has("tag")).isFalse();
        ada.put(path(UUID.randomUUID()), refunds("Other")).expectProblem(404, REFUSED, "NOT_FOUND");
        assertThat(names(ada)).containsExactly("Mine");
    }

    @Test
    void anIdOfSomebodyElsesFilterIsAnotherFilter() {
        var id = UUID.randomUUID();
        keep(ada, id, refunds("Refunds")).expect(201);
        var grace = colleague();
        grace.put(path(id), refunds("Hers")).expectProblem(404, REFUSED, "NOT_FOUND");
        grace.delete(path(id)).expectProblem(404, REFUSED, "NOT_FOUND");
        keep(grace, id, refunds("Hers")).expect(201);
        grace.delete(path(id)).expect(204);
        assertThat(names(ada)).containsExactly("Refunds");
        assertThat(names(grace)).isEmpty();
    }

    @Test
    void aNameIsGivenOnceInWhateverCase() {
        keep(ada, UUID.randomUUID(), refunds("Refunds")).expect(201);
        keep(ada, UUID.randomUUID(), refunds("REFUNDS")).expectProblem(409, REFUSED, "NAME_TAKEN");
        keep(colleague(), UUID.randomUUID(), refunds("Refunds")).expect(201);
    }

    @Test
    void theFiftyFirstIsRefusedAlsoWhenTwoPagesSaveAtOnce() {
        for (int number = 1; number < 50; number++) {
            keep(ada, UUID.randomUUID(), refunds("filter " + number)).expect(201);
        }
        var last = IntStream.of(50, 51)
                .mapToObj(number ->
                        CompletableFuture.supplyAsync(() -> keep(ada, UUID.randomUUID(), refunds("filter " + number))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(last).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        keep(ada, UUID.randomUUID(), refunds("one more")).expectProblem(409, REFUSED, "TOO_MANY_FILTERS");
    }

    @Test
    void aFilterFollowsTheNamesOfItsTagAndOutlivesIt() {
        var conversation = shop.guest().conversation(1);
        ada.patch("/v1/conversations/" + conversation + "/tags", Map.of("add", List.of("Refund", "Money")))
                .expect(200);
        keep(ada, UUID.randomUUID(), Map.of("name", "Refunds", "view", "all", "tag", "REFUND"))
                .expect(201);
        var stranger = server.shop().agent();
        keep(stranger, UUID.randomUUID(), refunds("Refunds")).expect(201);
        var tag = shop.tagPath("Refund");
        ada.patch(tag, Map.of("name", "Repayment")).expect(200);
        assertThat(ada.get(FILTERS).at("/filters/0/tag")).isEqualTo("Repayment");
        ada.patch(tag, Map.of("name", "Money", "merge", true)).expect(200);
        assertThat(ada.get(FILTERS).at("/filters/0/tag")).isEqualTo("Money");
        ada.delete(shop.tagPath("Money")).expect(204);
        assertThat(ada.get(FILTERS).at("/filters/0/tag")).isEqualTo("Money");
        assertThat(ada.get("/v1/conversations?tag=Money").expect(200).json().at("/conversations"))
                .isEmpty();
        assertThat(stranger.get(FILTERS).at("/filters/0/tag")).isEqualTo("Refund");
    }

    @Test
    void aFilterOfATeamThatIsGoneShowsNothing() {
        shop.guest().conversation(1);
        assertThat(ada.get("/v1/conversations?team=" + UUID.randomUUID() + "&assignee=" + UUID.randomUUID())
                        .expect(200)
                        .json()
                        .at("/conversations"))
                .isEmpty();
    }

    @Test
    void whatCannotBeKeptIsRefusedByItsField() {
        for (var wrong : List.of(
                Map.entry("name", " "),
                Map.entry("name", "x".repeat(61)),
                Map.entry("name", "a\u0007b"),
                Map.entry("view", "others"),
                Map.entry("tag", "x".repeat(51)),
                Map.entry("assignee", "me"),
                Map.entry("team", "none"))) {
            Map<String, Object> body = new HashMap<>(refunds("Refunds"));
            body.put(wrong.getKey(), wrong.getValue());
            assertThat(keep(ada, UUID.randomUUID(), body)
                            .expectProblem(400, REFUSED, "INVALID_FIELD")
                            .at("/fields/0/field"))
                    .isEqualTo(wrong.getKey());
        }
        assertThat(names(ada)).isEmpty();
    }

    @Test
    void aFilterIsForgottenOnceAndForAll() {
        var id = UUID.randomUUID();
        keep(ada, id, refunds("Refunds")).expect(201);
        ada.delete(path(id)).expect(204);
        ada.delete(path(id)).expectProblem(404, REFUSED, "NOT_FOUND");
        assertThat(names(ada)).isEmpty();
    }
}
