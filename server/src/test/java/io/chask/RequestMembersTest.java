package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the contract says of requests: each member it names is read, and what it does not name is ignored, as the
/// stream ignores unknown fields.
final class RequestMembersTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final UUID conversation = shop.guest().conversation(1);

    static List<Contract.Member> members() {
        return Contract.instance().requestMembers();
    }

    /// A body that is granted.
    private Map<String, Object> body(String operation) {
        return new HashMap<>(
                switch (operation) {
                    case "POST /v1/widget/session" -> shop.sessionBody();
                    case "POST /v1/widget/messages" ->
                        Map.of("id", UUID.randomUUID(), "conversation", UUID.randomUUID(), "content", "Hi");
                    case "PATCH /v1/widget/user" -> Map.of("name", "Grace");
                    case "PUT /v1/widget/page" -> Map.of("url", "https://shop.example/b");
                    case "POST /v1/sessions" -> Map.of("email", shop.email(), "password", RunningServer.PASSWORD);
                    case "PATCH /v1/conversations/{id}" -> Map.of("status", "open");
                    case "POST /v1/conversations/{id}/messages" -> Map.of("content", "Hi");
                    case "PATCH /v1/conversations/{id}/messages/{message}" -> Map.of("content", "Hi");
                    case "POST /v1/conversations/{id}/read" -> Map.of("sequence", 1);
                    case "PUT /v1/conversations/{id}/assignee", "PUT /v1/conversations/{id}/team" -> Map.of();
                    case "PUT /v1/conversations/{id}/snooze" -> Map.of("until", "2999-01-01T00:00:00Z");
                    case "PATCH /v1/conversations/{id}/tags" -> Map.of("add", List.of("vip"));
                    case "POST /v1/conversations/{id}/notes" -> Map.of("content", "Look");
                    case "PUT /v1/widget/conversations/{id}/rating" -> Map.of("score", 5);
                    case "PATCH /v1/tags/{id}" -> Map.of("name", "vip", "merge", true);
                    case "POST /v1/replies", "PUT /v1/replies/{id}" ->
                        Map.of("name", "Hours", "texts", Map.of("en", "We are here."));
                    case "PATCH /v1/identity" -> Map.of("mode", "off");
                    case "POST /v1/identity/explanations" -> Map.of("token", "x");
                    case "POST /v1/stream/frames" -> Map.of("frames", List.of(Map.of("type", "ping")));
                    default -> operation.contains(" /v1/settings/") ? settingsBody(operation) : teamBody(operation);
                });
    }

    private static Map<String, Object> settingsBody(String operation) {
        return switch (operation) {
            case "PUT /v1/settings/messages" -> Map.of("changeMinutes", 15);
            case "PUT /v1/settings/attachments" ->
                Map.of("enabled", true, "accept", List.of(), "maxSize", 1, "maxCount", 1, "quota", 0);
            case "PUT /v1/settings/organization" -> Map.of("name", "Shop", "locales", List.of("en"));
            case "PUT /v1/settings/widget" -> SettingsTest.widget();
            case "POST /v1/settings/keys", "PATCH /v1/settings/origins" -> Map.of();
            case "PUT /v1/settings/keys/{id}/retirement" -> Map.of("graceSeconds", 60);
            case "PUT /v1/settings/routing" -> Map.of("mode", "manual", "capacity", 10, "awayAfterMinutes", 10);
            default -> throw new AssertionError("say here what a body of " + operation + " looks like");
        };
    }

    private static Map<String, Object> teamBody(String operation) {
        return switch (operation) {
            case "PATCH /v1/account" -> Map.of("name", "Ada");
            case "POST /v1/account/password" ->
                Map.of("currentPassword", RunningServer.PASSWORD, "password", "quiet mountain river");
            case "POST /v1/account/totp/confirm", "POST /v1/account/totp/recovery-codes" -> Map.of("code", "000000");
            case "POST /v1/account/totp/disable" -> Map.of("password", "wrong", "code", "000000");
            case "PATCH /v1/team" -> Map.of("requireSecondFactor", false);
            case "PUT /v1/account/presence" -> Map.of("choice", "online");
            case "POST /v1/account/filters", "PUT /v1/account/filters/{id}" -> Map.of("name", "Refunds", "view", "all");
            case "POST /v1/teams" -> Map.of("name", "Billing");
            case "PATCH /v1/teams/{id}" -> Map.of("name", "Accounts");
            case "PUT /v1/team/{id}/capacity" -> Map.of();
            case "PATCH /v1/team/{id}" -> Map.of();
            case "POST /v1/invitations" -> Map.of("email", "guest@shop.example", "role", "agent", "locale", "es");
            case "POST /v1/invitations/look" -> Map.of("token", "unknown");
            case "POST /v1/invitations/accept" ->
                Map.of("token", "unknown", "name", "Guest", "password", "quiet mountain river");
            default -> throw new AssertionError("say here what a body of " + operation + " looks like");
        };
    }

    private Answer send(String operation, Map<String, Object> body) {
        var parts = operation.split(" ", 2);
        var path = parts[1].replace("{id}", conversation.toString()).replace("{message}", conversation.toString());
        var http = who(path);
        return switch (parts[0]) {
            case "PATCH" -> http.patch(path, body);
            case "PUT" -> http.put(path, body);
            default -> http.post(path, body);
        };
    }

    private Http who(String path) {
        if (path.equals("/v1/widget/session")) {
            return shop.page();
        }
        if (path.equals("/v1/sessions")) {
            return Http.anonymous(server);
        }
        return path.startsWith("/v1/widget/") ? shop.guest().http() : shop.agent();
    }

    @ParameterizedTest
    @MethodSource("members")
    void memberOfAnotherTypeIsRefusedByName(Contract.Member member) {
        if (member.operation().equals("POST /v1/stream/frames")) {
            // Needs an open event stream; EventStreamsTest tells what it does with its frames.
            return;
        }
        var body = body(member.operation());
        body.put(member.name(), member.wrong());
        var answer = send(member.operation(), body).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        assertThat(answer.at("/fields/0/field")).isEqualTo(member.name());
    }

    @Test
    void unknownMemberIsIgnored() {
        var body = new HashMap<>(shop.sessionBody());
        body.put("invented", Map.of("by", "a newer client"));
        shop.page().postUndocumented("/v1/widget/session", body).expect(200);
    }
}
