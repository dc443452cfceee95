package io.chask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Sends requests as somebody: with the headers that stand for him.
record Http(RunningServer server, Map<String, String> headers) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOUNDARY = "chask-test-boundary";

    static Http anonymous(RunningServer server) {
        return new Http(server, Map.of());
    }

    Http with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Http(server, more);
    }

    Answer get(String path) {
        return send("GET", path, null, new byte[0]);
    }

    Answer delete(String path) {
        return send("DELETE", path, null, new byte[0]);
    }

    Answer post(String path, Object body) {
        return send("POST", path, "application/json", JSON.writeValueAsBytes(body));
    }

    Answer put(String path) {
        return send("PUT", path, null, new byte[0]);
    }

    Answer post(String path) {
        return send("POST", path, null, new byte[0]);
    }

    Answer patch(String path, Object body) {
        return send("PATCH", path, "application/json", JSON.writeValueAsBytes(body));
    }

    Answer put(String path, Object body) {
        return send("PUT", path, "application/json", JSON.writeValueAsBytes(body));
    }

    /// A form with the part `file`.
    Answer upload(String path, TestFile file) {
        return send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, form("file", file));
    }

    /// A form with a part of another name.
    Answer uploadAs(String part, String path, TestFile file) {
        return send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, form(part, file));
    }

    private static byte[] form(String part, TestFile file) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + file.name() + "\"\r\nContent-Type: " + file.type() + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file.bytes());
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    /// A request that the contract does not describe.
    Answer postUndocumented(String path, Object body) {
        return exchange("POST", path, "application/json", JSON.writeValueAsBytes(body));
    }

    /// Whatever the contract says of such a request.
    Answer sendUndocumented(String method, String path, @Nullable String type, byte[] body) {
        return exchange(method, path, type, body);
    }

    private Map<String, String> typed(@Nullable String type) {
        return type == null ? headers : with("Content-Type", type).headers;
    }

    Answer send(String method, String path, @Nullable String type, byte[] body) {
        var answer = exchange(method, path, type, body);
        if (answer.status() < 300 && !String.valueOf(type).startsWith("multipart/")) {
            Contract.instance().checkGranted(method, path, typed(type), body);
        }
        return answer;
    }

    private Answer exchange(String method, String path, @Nullable String type, byte[] body) {
        var request = HttpRequest.newBuilder(server.base().resolve(path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.length == 0 && type == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            Contract.instance().check(method, path.split("\\?", 2)[0], answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
