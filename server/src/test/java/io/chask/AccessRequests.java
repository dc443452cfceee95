package io.chask;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// A granted request for each operation of `wire/openapi.yaml`. Most bodies are made from their schema; here stands
/// what
/// a schema cannot know.
final class AccessRequests {

    /// Operations after which somebody of the cast is not what he was, or has a conversation of the visitor's id
    /// himself.
    static final Set<String> SPENDING = Set.of(
            "POST /v1/widget/logout",
            "DELETE /v1/sessions/current",
            "POST /v1/widget/messages",
            "PUT /v1/visitors/{id}/block",
            "DELETE /v1/visitors/{id}/block");

    private static final String OPEN_STREAM = "POST /v1/stream/sse";
    private static final JsonMapper JSON = new JsonMapper();

    private final AccessCast cast;

    AccessRequests(AccessCast cast) {
        this.cast = cast;
    }

    /// What this person is answered: the status, and the reason of a refusal.
    String ask(String operation, AccessRole role, AccessTargets targets) {
        return switch (operation) {
            case "GET /v1/stream" -> AccessStreams.upgrade(cast.shop().server(), cast.origin(role));
            case OPEN_STREAM -> AccessStreams.events(cast, role).told();
            case "POST /v1/stream/frames" -> AccessStreams.frames(cast, role);
            default -> told(answer(operation, role, targets));
        };
    }

    static String told(Answer answer) {
        boolean refused = answer.header("Content-Type").equals("application/problem+json");
        return refused ? answer.status() + " " + answer.at("/reason") : String.valueOf(answer.status());
    }

    Answer answer(String operation, AccessRole role, AccessTargets targets) {
        var parts = operation.split(" ", 2);
        var path = targets.path(parts[1]);
        if (path.contains("{")) {
            throw new AssertionError("say in AccessTargets which id " + operation + " is asked with");
        }
        var http = cast.http(role);
        if (parts[0].equals("POST") && parts[1].endsWith("/attachments")) {
            return http.upload(path, TestFile.png());
        }
        if (operation.equals("GET /v1/widget/settings")) {
            path += "?organizationId=" + cast.page(role).id() + "&apiKey=" + cast.key(role);
        }
        return Contract.instance().takesBody(operation)
                ? http.send(parts[0], path, "application/json", JSON.writeValueAsBytes(body(operation, role, targets)))
                : http.send(parts[0], path, null, new byte[0]);
    }

    /// The body of a granted request.
    Object body(String operation, AccessRole role, AccessTargets targets) {
        return switch (operation) {
            case "POST /v1/widget/session" -> session(role);
            case "POST /v1/widget/messages" ->
                Map.of("id", UUID.randomUUID(), "conversation", targets.conversation(), "content", "Hi");
            case "POST /v1/sessions" -> Map.of("email", cast.email(role), "password", RunningServer.PASSWORD);
            case "PATCH /v1/team" -> Map.of("requireSecondFactor", false);
            case "PATCH /v1/team/{id}" -> Map.of("role", "agent");
            case "PATCH /v1/widget/user" -> Map.of("name", "Grace");
            case "PUT /v1/conversations/{id}/assignee", "PUT /v1/conversations/{id}/team" -> Map.of();
            case "PUT /v1/account/presence" -> Map.of("choice", "online");
            case "POST /v1/teams" -> Map.of("name", UUID.randomUUID());
            case "PATCH /v1/teams/{id}" -> Map.of("name", "Billing");
            case "PUT /v1/team/{id}/capacity" -> Map.of("capacity", 5);
            case "PUT /v1/settings/routing" -> Map.of("mode", "manual", "capacity", 10, "awayAfterMinutes", 10);
            case "PUT /v1/conversations/{id}/snooze" ->
                Map.of("until", Instant.now().plusSeconds(3600).toString());
            case "PATCH /v1/conversations/{id}/tags" -> Map.of("add", List.of("vip"));
            case "POST /v1/replies", "PUT /v1/replies/{id}" ->
                Map.of("name", "Hours", "texts", Map.of("en", "We are here."));
            case "POST /v1/settings/keys" -> Map.of();
            case "PUT /v1/settings/organization" -> Map.of("name", "Shop", "locales", List.of("en"));
            case "PATCH /v1/settings/origins" -> Map.of("add", List.of("https://more.example"));
            case "PATCH /v1/conversations/{id}/messages/{message}" -> Map.of("content", "Hi");
            case "PUT /v1/settings/messages" -> Map.of("changeMinutes", 15);
            case "PUT /v1/settings/attachments" ->
                Map.of("enabled", true, "accept", List.of("image/*"), "maxSize", 1 << 20, "maxCount", 5, "quota", 0);
            default -> Contract.instance().exampleBody(operation);
        };
    }

    private Map<String, Object> session(AccessRole role) {
        var organization = cast.page(role).id();
        return Map.of("apiKey", cast.key(role), "organizationId", organization, "request", UUID.randomUUID());
    }

    /// Operations whose address names something of the visitor's.
    static List<String> withIds() {
        return Contract.instance().operations().stream()
                .filter(operation -> operation.contains("{"))
                .toList();
    }
}
