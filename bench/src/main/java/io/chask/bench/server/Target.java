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
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server under load, as its HTTP clients see it.
public final class Target {

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Tenant, String> agents = new ConcurrentHashMap<>();
    private final URI url;

    /// @param url `http://host:port`
    public Target(URI url) {
        this.url = url;
    }

    /// Where it is.
    public URI url() {
        return url;
    }

    /// Whether it is spoken to by TLS.
    public boolean isSecure() {
        return "https".equals(url.getScheme());
    }

    /// Its port, also where the address leaves it out.
    public int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    /// `host`, or `host:port`.
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
                UUID.fromString(session.get("visitor").get("visitorId").asString()),
                session.get("visitorToken").asString(),
                session.get("epoch").asString(),
                tenant.origin());
    }

    /// The token of the tenant's agent for [#ticket]; he is signed in once, for checking a password is meant to be
    /// slow.
    public String agent(Tenant tenant) {
        return agents.computeIfAbsent(tenant, this::signIn);
    }

    private String signIn(Tenant tenant) {
        var body = Map.of("email", tenant.email(), "password", tenant.password());
        return post("/v1/sessions", body, Map.of(), 201).get("token").asString();
    }

    /// A ticket for one stream of the agent.
    public String ticket(String agentToken) {
        return post("/v1/stream/tickets", Map.of(), Map.of("Authorization", "Bearer " + agentToken), 201)
                .get("ticket")
                .asString();
    }

    /// All messages of a conversation as an agent reads them, in sequence order; none when it does not exist.
    public List<JsonNode> messages(String agentToken, UUID conversation) {
        return pages("/v1/conversations/" + conversation, Map.of("Authorization", "Bearer " + agentToken));
    }

    /// All messages of a conversation as its visitor reads them, in sequence order; none when it does not exist.
    public List<JsonNode> messages(Visitor visitor, UUID conversation) {
        return pages(
                "/v1/widget/conversations/" + conversation,
                Map.of("Authorization", "Bearer " + visitor.token(), "Origin", visitor.origin()));
    }

    private List<JsonNode> pages(String path, Map<String, String> headers) {
        var all = new ArrayList<JsonNode>();
        int before = -1;
        while (all.size() > before) {
            before = all.size();
            long last = all.isEmpty() ? 0 : all.getLast().get("sequence").asLong();
            page(path + "/messages?limit=100&after=" + last, headers)
                    .path("messages")
                    .forEach(all::add);
        }
        return all;
    }

    private JsonNode page(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(url.resolve(path));
        headers.forEach(request::header);
        HttpResponse<String> answer = exchange(request.build());
        if (answer.statusCode() != 200 && answer.statusCode() != 404) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    /// The newest open conversations, as an agent lists them.
    public List<UUID> conversations(String agentToken) {
        var ids = new ArrayList<UUID>();
        page("/v1/conversations?status=open", Map.of("Authorization", "Bearer " + agentToken))
                .path("conversations")
                .forEach(row -> ids.add(UUID.fromString(row.get("id").asString())));
        return ids;
    }

    /// Answers as an agent.
    public void reply(String agentToken, UUID conversation, String content) {
        post(
                "/v1/conversations/" + conversation + "/messages",
                Map.of("content", content),
                Map.of("Authorization", "Bearer " + agentToken),
                201);
    }

    /// A figure of `/metrics`, summed over its labels that contain `label`; 0 when there is none yet.
    public double metric(String name, String label) {
        var request = HttpRequest.newBuilder(url.resolve("/metrics")).build();
        return exchange(request)
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// Uploads a text file of this size as the visitor; gives the answer's status and body.
    public HttpResponse<String> upload(Visitor visitor, int bytes) {
        String head = """
                --part\r
                Content-Disposition: form-data; name="file"; filename="note.txt"\r
                Content-Type: text/plain\r
                \r
                """;
        var request = HttpRequest.newBuilder(url.resolve("/v1/widget/attachments"))
                .header("Authorization", "Bearer " + visitor.token())
                .header("Origin", visitor.origin())
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(head + "a".repeat(bytes) + "\r\n--part--\r\n"));
        return exchange(request.build());
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
