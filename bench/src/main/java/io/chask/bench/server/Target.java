package io.chask.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server under load, as its HTTP clients see it.
public final class Target {

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    /// @param url `http://host:port`
    public Target(URI url) {
        this.url = url;
    }

    /// Where it is.
    public URI url() {
        return url;
    }

    /// `host:port`.
    public String host() {
        return url.getAuthority();
    }

    /// Makes a visitor.
    ///
    /// @throws IllegalStateException when the server refuses
    public Visitor visitor(Tenant tenant) {
        var body = Map.of(
                "apiKey", tenant.apiKey(), "organizationId", tenant.organizationId(), "request", UUID.randomUUID());
        JsonNode session = post("/v1/widget/session", body, Map.of("Origin", tenant.origin()), 200);
        return new Visitor(
                session.get("visitorToken").asString(), session.get("epoch").asString(), tenant.origin());
    }

    /// Signs the tenant's agent in and gives the token for [#ticket].
    public String agent(Tenant tenant) {
        var body = Map.of("email", tenant.email(), "password", tenant.password());
        return post("/v1/sessions", body, Map.of(), 201).get("token").asString();
    }

    /// A ticket for one stream of the agent.
    public String ticket(String agentToken) {
        return post("/v1/stream/tickets", Map.of(), Map.of("Authorization", "Bearer " + agentToken), 201)
                .get("ticket")
                .asString();
    }

    /// All messages of a conversation, in sequence order.
    public List<JsonNode> messages(String agentToken, UUID conversation) {
        var all = new ArrayList<JsonNode>();
        long last = 0;
        do {
            var page = get("/v1/conversations/" + conversation + "/messages?limit=100&after=" + all.size(), agentToken);
            page.get("messages").forEach(all::add);
            last = page.get("lastSequence").asLong();
        } while (all.size() < last);
        return all;
    }

    private JsonNode get(String path, String token) {
        var request = HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token);
        HttpResponse<String> answer = exchange(request.build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private JsonNode post(String path, Object body, Map<String, String> headers, int expected) {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        headers.forEach(request::header);
        HttpResponse<String> answer = exchange(request.build());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("asking " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + request.uri(), e);
        }
    }
}
