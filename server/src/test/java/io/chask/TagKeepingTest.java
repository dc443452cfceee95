package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An admin looks after a shop's tags.
final class TagKeepingTest {

    private static final String REFUSED = "SEND_ERROR";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http owner = shop.agent();
    private final Guest guest = shop.guest();
    private final UUID first = guest.conversation(1);
    private final UUID second = guest.conversation(1);

    @BeforeEach
    void carry() {
        carry(first, "Refund");
        carry(second, "Refund");
        carry(second, "Money back");
        server.searchCatchUp();
    }

    private void carry(UUID conversation, String tag) {
        owner.patch("/v1/conversations/" + conversation + "/tags", Map.of("add", List.of(tag)))
                .expect(200);
    }

    private String tags(UUID conversation) {
        return owner.get("/v1/conversations/" + conversation)
                .expect(200)
                .json()
                .at("/tags")
                .toString();
    }

    private List<String> found(String words) {
        server.searchCatchUp();
        var hits = owner.get("/v1/search?q=" + words).expect(200).json().at("/hits");
        return StreamSupport.stream(hits.spliterator(), false)
                .map(hit -> hit.at("/conversation/id").asString())
                .toList();
    }

    @Test
    void aNewNameStandsOnEveryConversationIsFoundAndIsTold() {
        try (var stream = shop.agentStream()) {
            var renamed = owner.patch(shop.tagPath("Refund"), Map.of("name", " Repayment "))
                    .expect(200);
            assertThat(renamed.at("/name")).isEqualTo("Repayment");
            assertThat(renamed.json().at("/conversations").asInt()).isEqualTo(2);
            stream.await(frame -> frame.at("/type").asString().equals("inbox")
                    && frame.at("/tags").toString().contains("Repayment"));
        }
        assertThat(tags(first)).isEqualTo("[\"Repayment\"]");
        assertThat(found("repay")).containsExactlyInAnyOrder(first.toString(), second.toString());
        assertThat(found("refund")).isEmpty();
        var line = owner.get("/v1/audit?action=tag.renamed").expect(200);
        assertThat(line.at("/entries/0/details/from")).isEqualTo("Refund");
        assertThat(line.at("/entries/0/details/to")).isEqualTo("Repayment");
    }

    @Test
    void aNameInOtherLettersIsStillTheSameTags() {
        owner.patch(shop.tagPath("Refund"), Map.of("name", "REFUND")).expect(200);
        assertThat(tags(first)).isEqualTo("[\"REFUND\"]");
    }

    @Test
    void aTakenNameMergesOnlyWhereThatIsWished() {
        var refund = shop.tagPath("Refund");
        var money = shop.tagPath("Money back");
        owner.patch(money, Map.of("name", "refund")).expectProblem(409, REFUSED, "NAME_TAKEN");
        assertThat(tags(second)).contains("Money back");
        var merged = owner.patch(money, Map.of("name", "refund", "merge", true)).expect(200);
        assertThat(refund).endsWith(merged.at("/id"));
        assertThat(merged.json().at("/conversations").asInt()).isEqualTo(2);
        assertThat(tags(second)).isEqualTo("[\"Refund\"]");
        assertThat(owner.get("/v1/tags").json().at("/tags")).hasSize(1);
        assertThat(found("money")).isEmpty();
        assertThat(owner.get("/v1/audit?action=tag.merged").at("/entries/0/details/to"))
                .isEqualTo("Refund");
    }

    @Test
    void aDeletedTagIsTakenFromEveryConversation() {
        var refund = shop.tagPath("Refund");
        owner.delete(refund).expect(204);
        owner.delete(refund).expectProblem(404, REFUSED, "NOT_FOUND");
        owner.patch(refund, Map.of("name", "a")).expectProblem(404, REFUSED, "NOT_FOUND");
        assertThat(tags(first)).isEqualTo("[]");
        assertThat(tags(second)).isEqualTo("[\"Money back\"]");
        assertThat(found("refund")).isEmpty();
        assertThat(owner.get("/v1/audit?action=tag.deleted").at("/entries/0/details/conversations"))
                .isEqualTo("2");
    }

    @Test
    void aNameThatCannotBeIsRefused() {
        for (var name : List.of("", "  ", "a\u0000b", "x".repeat(51))) {
            assertThat(owner.patch(shop.tagPath("Refund"), Map.of("name", name))
                            .expectProblem(400, REFUSED, "INVALID_FIELD")
                            .at("/fields/0/field"))
                    .isEqualTo("name");
        }
    }

    @Test
    void anotherOrganizationsTagIsUnknown() {
        var foreign = server.shop().agent();
        foreign.patch(shop.tagPath("Refund"), Map.of("name", "a")).expectProblem(404, REFUSED, "NOT_FOUND");
        foreign.delete(shop.tagPath("Refund")).expectProblem(404, REFUSED, "NOT_FOUND");
    }
}
