package io.chask;

import io.swagger.v3.oas.models.media.Schema;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Requests made from `wire/openapi.yaml`: some valid, most broken in one way or several. The same seed makes the same
/// requests.
final class FuzzedRequests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEP = 2_000;
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "multipart/form-data",
            "",
            "application/*");
    private static final List<String> IDS = List.of(
            "0", "null", "%20", "%C3%A9", "%F0%9F%98%80", "..%2f", "a".repeat(3_000), "%00", "-1", "%27%20or%201=1");
    private static final List<Object> ODDITIES = List.of(
            "",
            "x".repeat(20_000),
            "\u0000",
            "\ud800",
            "\u202egnp.exe",
            "<img src=x onerror=alert(1)>",
            -1,
            0,
            Long.MAX_VALUE,
            1.5e308,
            true,
            List.of(),
            List.of(List.of(List.of())),
            Map.of(),
            Map.of("$ne", 1));

    private final Random random;
    private final AccessTargets targets;

    FuzzedRequests(long seed, AccessTargets targets) {
        this.random = new Random(seed);
        this.targets = targets;
    }

    /// What is sent.
    ///
    /// @param type the `Content-Type`; null for none
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Fuzzed(String method, String path, @Nullable String type, byte[] body) {}

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Fuzzed request(String operation) {
        var parts = operation.split(" ", 2);
        var path = path(parts[1]) + query(operation);
        var schema = Contract.instance().body(operation);
        if (parts[1].endsWith("/attachments")) {
            return new Fuzzed(parts[0], path, chance(80) ? "multipart/form-data; boundary=b" : any(TYPES), form());
        }
        if (schema.isEmpty()) {
            return new Fuzzed(parts[0], path, null, new byte[0]);
        }
        var bytes = chance(5) ? noise() : JSON.writeValueAsBytes(value(schema.get(), 0));
        return new Fuzzed(
                parts[0], path, chance(90) ? "application/json" : any(TYPES), chance(10) ? broken(bytes) : bytes);
    }

    private String path(String template) {
        var known = template.equals("/v1/attachments/{id}") || chance(60) ? targets.path(template) : template;
        return known.replaceAll("\\{[^}]+}", chance(50) ? UUID.randomUUID().toString() : any(IDS));
    }

    private String query(String operation) {
        var query = new StringBuilder();
        for (var parameter : Contract.instance().queryParameters(operation)) {
            if (chance(70)) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.getName())
                        .append('=')
                        .append(chance(40) ? text(parameter.getSchema()) : any(IDS));
            }
        }
        return operation.contains("/v1/attachments/{id}") ? "" : query.toString();
    }

    private String text(@Nullable Schema<?> schema) {
        return schema == null
                ? "1"
                : String.valueOf(ContractExamples.of(schema, Contract.instance().api()));
    }

    private Object value(Schema<?> given, int depth) {
        var schema = ContractExamples.resolved(given, Contract.instance().api());
        if (chance(12) || depth > 6) {
            return any(ODDITIES);
        }
        if (schema.getProperties() == null) {
            return ContractExamples.of(schema, Contract.instance().api());
        }
        Map<String, Object> members = new LinkedHashMap<>();
        schema.getProperties().forEach((name, member) -> {
            if (chance(75)) {
                members.put(name, value(member, depth + 1));
            }
        });
        if (chance(10)) {
            members.put("invented", any(ODDITIES));
        }
        return members;
    }

    /// Half a body, a few other bytes in it, or something that is deep.
    private byte[] broken(byte[] bytes) {
        if (chance(20)) {
            return ("[".repeat(DEEP) + "]".repeat(DEEP)).getBytes(StandardCharsets.UTF_8);
        }
        if (bytes.length < 2 || chance(40)) {
            return Arrays.copyOf(bytes, bytes.length / 2);
        }
        var changed = bytes.clone();
        for (int time = 0; time < 3; time++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private byte[] noise() {
        var bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] form() {
        List<String> lines = new ArrayList<>(List.of(
                "--b",
                "Content-Disposition: form-data; name=\"" + (chance(85) ? "file" : "other") + "\"; filename=\""
                        + (chance(50)
                                ? "dot.png"
                                : any(List.of("../../x", "a\u0001b", "x".repeat(400), "\u202ea.png", "")))
                        + "\"",
                "Content-Type: " + (chance(70) ? "image/png" : any(TYPES)),
                ""));
        if (chance(10)) {
            lines.remove(random.nextInt(lines.size()));
        }
        var form = new ByteArrayOutputStream();
        form.writeBytes((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        form.writeBytes(chance(60) ? TestFile.png().bytes() : noise());
        form.writeBytes((chance(80) ? "\r\n--b--\r\n" : "\r\n--b").getBytes(StandardCharsets.UTF_8));
        return chance(15) ? broken(form.toByteArray()) : form.toByteArray();
    }
}
