package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// `wire/openapi.yaml`. Every answer of every test below `/v1`, `/health` and `/metrics` must keep to it: an
/// undocumented
/// status, media type or member fails that test.
final class Contract {

    private static final Contract INSTANCE = new Contract(Path.of("..", "wire", "openapi.yaml"));

    private final OpenAPI api;
    private final OpenApiInteractionValidator validator;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private Contract(Path file) {
        try {
            var text = Files.readString(file);
            this.api = new OpenAPIV3Parser().readContents(text).getOpenAPI();
            this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(text)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Contract instance() {
        return INSTANCE;
    }

    /// Every operation, such as `GET /v1/conversations/{id}`.
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().keySet().forEach(method -> operations.add(method + " " + path)));
        return operations;
    }

    /// Operations that answered something other than a refusal since the JVM began.
    Set<String> answered() {
        return Set.copyOf(seen);
    }

    /// Fails unless the contract documents this answer.
    void check(String method, String path, Answer answer) {
        if (!covers(path) || answer.status() == 405) {
            return;
        }
        var response = SimpleResponse.Builder.status(answer.status());
        if (!answer.header("Content-Type").isEmpty()) {
            response.withContentType(answer.header("Content-Type")).withBody(answer.bytes());
        }
        var report = validator.validateResponse(path, Method.valueOf(method), response.build());
        assertThat(report.getMessages())
                .as(method + " " + path + " " + answer.status() + "\n" + answer.text())
                .isEmpty();
        if (answer.status() < 400) {
            operations().stream()
                    .filter(operation -> matches(operation, method, path))
                    .forEach(seen::add);
        }
    }

    private static boolean covers(String path) {
        return path.startsWith("/v1/") || path.startsWith("/health/") || path.equals("/metrics");
    }

    private static boolean matches(String operation, String method, String path) {
        var parts = operation.split(" ", 2);
        return parts[0].equals(method) && path.matches(parts[1].replaceAll("\\{[^}]+}", "[^/]+"));
    }
}
