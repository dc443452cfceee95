package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad input over HTTP: each a documented error, and nothing is stored.
final class BadRequestTest {

    private static final String SEND = "SEND_ERROR";
    private static final String AUTH = "AUTH_ERROR";
    private static final String MESSAGES = "/v1/widget/messages";
    private static final String SESSION = "/v1/widget/session";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Guest guest = shop.guest();

    @AfterEach
    void nothingIsStored() {
        assertThat(shop.agent()
                        .get("/v1/conversations")
                        .json()
                        .at("/conversations")
                        .size())
                .isZero();
    }

    private Answer raw(String body) {
        return guest.http().send("POST", MESSAGES, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String draft(String content) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"conversation\":\"" + UUID.randomUUID() + "\",\"content\":"
                + content + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"\"|CONTENT_EMPTY",
                "\" \\n\\t\"|CONTENT_EMPTY",
                "\"a\\u0000b\"|CONTENT_INVALID_CHARACTERS",
                "\"a\\ud800b\"|CONTENT_INVALID_CHARACTERS",
                "7|INVALID_FIELD",
                "true|INVALID_FIELD",
                "[\"a\"]|INVALID_FIELD",
                "null|INVALID_FIELD",
            })
    void contentThatCannotBeStoredIsRefused(String content, String reason) {
        raw(draft(content)).expectProblem(400, SEND, reason);
    }

    @Test
    void overlongContentIsRefused() {
        var answer = guest.post(UUID.randomUUID(), "x".repeat(10_001)).expectProblem(400, SEND, "CONTENT_TOO_LONG");
        assertThat(answer.at("/detail")).isEqualTo("content has 10,001 characters; at most 10,000");
        guest.post(UUID.randomUUID(), "👍".repeat(10_001)).expectProblem(400, SEND, "CONTENT_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"id\":}", "[]", "7", "", "{} {}", "{\"id\":\"\\x\"}"})
    void whatIsNoJsonObjectIsRefused(String body) {
        raw(body).expectProblem(400, SEND, "MALFORMED_JSON");
    }

    @Test
    void missingOrMistypedIdsAreRefused() {
        raw("{\"content\":\"Hi\"}").expectProblem(400, SEND, "INVALID_FIELD");
        var body = new HashMap<String, Object>(
                Map.of("id", "1-1-1-1-1", "conversation", UUID.randomUUID(), "content", "Hi"));
        guest.http().post(MESSAGES, body).expectProblem(400, SEND, "INVALID_FIELD");
    }

    @Test
    void otherMediaTypesAndTooLargeBodiesAreRefused() {
        guest.http()
                .send("POST", MESSAGES, "text/plain", draft("\"Hi\"").getBytes(StandardCharsets.UTF_8))
                .expectProblem(415, SEND, "UNSUPPORTED_MEDIA_TYPE");
        raw(draft("\"" + "x".repeat(65_537) + "\"")).expectProblem(413, SEND, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void otherMethodsAreRefused() {
        guest.http().get(MESSAGES).expectProblem(405, SEND, "METHOD_NOT_ALLOWED");
    }

    @Test
    void keyMustBeThereKnownAndNotRevoked() {
        var page = shop.page();
        var path = "/v1/widget/settings?organizationId=";
        page.get("/v1/widget/settings").expectProblem(400, SEND, "INVALID_FIELD");
        page.get(path + shop.id()).expectProblem(400, SEND, "INVALID_FIELD");
        page.get(path + shop.id() + "&apiKey=ck_x").expectProblem(401, AUTH, "KEY_UNKNOWN");
        page.get(path + UUID.randomUUID() + "&apiKey=ck_x").expectProblem(401, AUTH, "ORGANIZATION_UNKNOWN");
        page.get(path + "acme&apiKey=ck_x").expectProblem(401, AUTH, "ORGANIZATION_UNKNOWN");
        page.post(SESSION, Map.of()).expectProblem(400, SEND, "INVALID_FIELD");
        var body = new HashMap<>(shop.sessionBody());
        body.put("apiKey", "ck_x");
        page.post(SESSION, body).expectProblem(401, AUTH, "KEY_UNKNOWN");
        body.putAll(Map.of("apiKey", shop.key().value(), "request", "1"));
        page.post(SESSION, body).expectProblem(400, SEND, "INVALID_FIELD");
    }

    @Test
    void keyOfAnotherOrganizationIsUnknown() {
        var other = server.shop();
        shop.page()
                .get("/v1/widget/settings?organizationId=" + shop.id() + "&apiKey="
                        + other.key().value())
                .expectProblem(401, AUTH, "KEY_UNKNOWN");
    }

    @Test
    void tokenMustBeThereWellFormedAndKnown() {
        var page = shop.page();
        var list = "/v1/widget/conversations";
        page.get(list).expectProblem(401, AUTH, "TOKEN_MISSING");
        page.with("Authorization", "Bearer nonsense").get(list).expectProblem(401, AUTH, "TOKEN_INVALID");
        var unknown = shop.id() + "." + "A".repeat(43);
        page.with("Authorization", "Bearer " + unknown).get(list).expectProblem(401, AUTH, "TOKEN_INVALID");
        var foreign = UUID.randomUUID() + guest.token().substring(36);
        page.with("Authorization", "Bearer " + foreign).get(list).expectProblem(401, AUTH, "TOKEN_INVALID");
        page.with("Authorization", "Bearer " + shop.agentToken()).get(list).expectProblem(401, AUTH, "TOKEN_INVALID");
    }

    @Test
    void visitorsTokenOpensNoAgentsRoute() {
        guest.http().get("/v1/conversations").expectProblem(401, AUTH, "TOKEN_INVALID");
        Http.anonymous(server).get("/v1/conversations").expectProblem(401, AUTH, "TOKEN_MISSING");
    }

    @Test
    void tokenEndsWithLogout() {
        guest.http().post("/v1/widget/logout").expect(204);
        guest.http().get("/v1/widget/conversations").expectProblem(401, AUTH, "TOKEN_INVALID");
        guest.post(UUID.randomUUID(), "Hi").expectProblem(401, AUTH, "TOKEN_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "after=-1", "before=0", "after=1&before=2", "after=1e3"})
    void pageOfAnImpossibleShapeIsRefused(String query) {
        var path = "/v1/widget/conversations/" + UUID.randomUUID() + "/messages?" + query;
        guest.http().get(path).expectProblem(400, SEND, "INVALID_FIELD");
    }

    @Test
    void unknownConversationIsNotFound() {
        var path = "/v1/widget/conversations/" + UUID.randomUUID() + "/messages";
        guest.http().get(path).expectProblem(404, SEND, "NOT_FOUND");
        guest.http().get("/v1/widget/conversations/1/messages").expectProblem(404, SEND, "NOT_FOUND");
        var agent = shop.agent();
        var unknown = "/v1/conversations/" + UUID.randomUUID();
        agent.get(unknown).expectProblem(404, SEND, "NOT_FOUND");
        agent.post(unknown + "/messages", Map.of("content", "Hi")).expectProblem(404, SEND, "NOT_FOUND");
        agent.post(unknown + "/read", Map.of("sequence", 1)).expectProblem(404, SEND, "NOT_FOUND");
        agent.patch(unknown, Map.of("status", "open")).expectProblem(404, SEND, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"name\":7}', name",
        "'{\"email\":\"a\\u0000b\"}', email",
        "'{\"avatarUrl\":\"javascript:alert(1)\"}', avatarUrl",
        "'{\"createdAt\":\"yesterday\"}', createdAt",
        "'{\"company\":\"Navy\"}', company",
        "'{\"company\":{\"name\":[]}}', company.name",
        "'{\"attributes\":[]}', attributes",
        "'{\"attributes\":{\"a\":{}}}', attributes.a",
    })
    void userDataOfTheWrongShapeIsRefusedByItsField(String body, String field) {
        var answer = guest.http()
                .send("PATCH", "/v1/widget/user", "application/json", body.getBytes(StandardCharsets.UTF_8))
                .expectProblem(400, SEND, "INVALID_FIELD");
        assertThat(answer.at("/fields/0/field")).isEqualTo(field);
    }
}
