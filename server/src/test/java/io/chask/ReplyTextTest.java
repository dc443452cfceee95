package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The canned replies of a shop.
final class ReplyTextTest {

    private static final String REFUSED = "SEND_ERROR";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http owner = shop.agent();
    private final UUID id = UUID.randomUUID();
    private final String path = "/v1/replies/" + id;

    private static Map<String, Object> wish(String name, Map<String, String> texts) {
        return Map.of("name", name, "texts", texts);
    }

    private Answer add(String name, Map<String, String> texts) {
        return owner.post("/v1/replies", Map.of("id", id, "name", name, "texts", texts));
    }

    private Http agent() {
        var email = "agent-" + UUID.randomUUID() + "@shop.example";
        server.agents().add(new NewAgent(shop.id(), email, "Bo", Role.AGENT, RunningServer.PASSWORD), Actor.SYSTEM);
        var token = Http.anonymous(server)
                .post("/v1/sessions", Map.of("email", email, "password", RunningServer.PASSWORD))
                .expect(201)
                .at("/token");
        return Http.anonymous(server).with("Authorization", "Bearer " + token);
    }

    @Test
    void aReplyIsKeptInItsLanguagesAndListedForEveryAgent() {
        var texts = Map.of("en", "Hello {{visitor.name|there}}", "es", "Hola {{ visitor.name }}", "pt-BR", " ");
        add(" Hello  you ", texts).expect(201);
        var listed = agent().get("/v1/replies").expect(200);
        assertThat(listed.at("/replies/0/name")).isEqualTo("Hello you");
        assertThat(listed.at("/replies/0/texts/es")).isEqualTo("Hola {{ visitor.name }}");
        assertThat(listed.json().at("/replies/0/texts").has("pt-BR")).isFalse();
        assertThat(listed.at("/locales/0")).isEqualTo("en");
    }

    @Test
    void aRepeatedRequestReplacesTheSameReply() {
        add("Hello", Map.of("en", "Hello")).expect(201);
        add("HELLO", Map.of("en", "Hi")).expect(200);
        var listed = owner.get("/v1/replies").expect(200).json().at("/replies");
        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/texts/en").asString()).isEqualTo("Hi");
    }

    @Test
    void aDeletedReplyComesBackUnderItsId() {
        add("Hello", Map.of("en", "Hello")).expect(201);
        owner.delete(path).expect(204);
        owner.delete(path).expectProblem(404, REFUSED, "NOT_FOUND");
        add("Hello", Map.of("en", "Hello")).expect(201);
    }

    @Test
    void twoRepliesDoNotHaveOneName() {
        add("Hello", Map.of("en", "Hello")).expect(201);
        owner.post("/v1/replies", wish("hello", Map.of("en", "Hi"))).expectProblem(409, REFUSED, "NAME_TAKEN");
    }

    @Test
    void theNumberOfRepliesIsBounded() {
        server.database()
                .execute("insert into canned_reply (organization_id, id, name, texts) select '" + shop.id()
                        + "', gen_random_uuid(), 'r' || n, '{}' from generate_series(1, 500) n");
        add("Hello", Map.of("en", "Hello")).expectProblem(409, REFUSED, "TOO_MANY_REPLIES");
    }

    @Test
    void ofManyWhoAddOneNameAtOnceOneWins() {
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> owner.post("/v1/replies", wish("Hello", Map.of("en", "Hi"))))
                .map(Answer::status)
                .toList();
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitor.nam", "constructor.constructor('x')()", "visitor", "", "agent.email"})
    void anUnknownVariableIsRefusedByName(String unknown) {
        var refused = owner.put(path, wish("Hello", Map.of("es", "Hola {{" + unknown + "|a}}")))
                .expectProblem(400, REFUSED, "INVALID_FIELD");
        assertThat(refused.at("/fields/0/field")).isEqualTo("texts.es");
        assertThat(refused.at("/detail")).contains("unknown variable " + unknown);
    }

    @Test
    void whatCannotBeAReplyIsRefusedByName() {
        var long51 = "x".repeat(51);
        Stream.of(wish("", Map.of("en", "Hi")), wish(long51, Map.of("en", "Hi")), wish("a\u0000b", Map.of("en", "Hi")))
                .forEach(bad -> assertThat(owner.put(path, bad)
                                .expectProblem(400, REFUSED, "INVALID_FIELD")
                                .at("/fields/0/field"))
                        .isEqualTo("name"));
        Stream.of(wish("a", Map.of()), wish("a", Map.of("en", "  ")), wish("a", Map.of("fr", "Salut")))
                .forEach(bad -> assertThat(owner.put(path, bad)
                                .expectProblem(400, REFUSED, "INVALID_FIELD")
                                .at("/fields/0/field"))
                        .isEqualTo("texts"));
        assertThat(owner.put(path, wish("a", Map.of("en", "x".repeat(5_001))))
                        .expectProblem(400, REFUSED, "INVALID_FIELD")
                        .at("/fields/0/field"))
                .isEqualTo("texts.en");
    }

    @Test
    void onlyAdminsChangeRepliesAndTheAuditLogTellsWho() {
        agent().put(path, wish("Hello", Map.of("en", "Hi"))).expectProblem(403, "AUTH_ERROR", "ROLE_INSUFFICIENT");
        agent().delete(path).expectProblem(403, "AUTH_ERROR", "ROLE_INSUFFICIENT");
        add("Hello", Map.of("en", "Hi")).expect(201);
        owner.put(path, wish("Hello", Map.of("en", "Hey"))).expect(200);
        owner.delete(path).expect(204);
        for (var action : new String[] {"reply.added", "reply.changed", "reply.deleted"}) {
            var line = owner.get("/v1/audit?action=" + action).expect(200);
            assertThat(line.at("/entries/0/details/name")).isEqualTo("Hello");
            assertThat(line.at("/entries/0/actor/id")).isEqualTo(shop.agentId().toString());
        }
    }

    @Test
    void anotherOrganizationHasItsOwnReplies() {
        add("Hello", Map.of("en", "Hello")).expect(201);
        var foreign = server.shop().agent();
        assertThat(foreign.get("/v1/replies").expect(200).json().at("/replies")).isEmpty();
        foreign.delete(path).expectProblem(404, REFUSED, "NOT_FOUND");
        foreign.put(path, wish("Mine", Map.of("en", "Mine"))).expectProblem(404, REFUSED, "NOT_FOUND");
        assertThat(owner.get("/v1/replies").at("/replies/0/name")).isEqualTo("Hello");
    }
}
