package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /// A member of an operation's JSON body.
    ///
    /// @param wrong a value of another type
    record Member(String operation, String name, Object wrong) {

        @Override
        public String toString() {
            return operation + " " + name;
        }
    }

    /// Every member that the contract names for a JSON body.
    List<Member> requestMembers() {
        List<Member> members = new ArrayList<>();
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> schema(operation)
                                .ifPresent(schema -> schema.getProperties()
                                        .forEach((name, member) ->
                                                members.add(new Member(method + " " + path, name, wrong(member)))))));
        return members;
    }

    private Optional<Schema<?>> schema(Operation operation) {
        return Optional.ofNullable(operation.getRequestBody())
                .map(body ->
                        body.getContent() == null ? null : body.getContent().get("application/json"))
                .<Schema<?>>map(this::resolved)
                .filter(schema -> schema.getProperties() != null);
    }

    private Schema<?> resolved(MediaType content) {
        var schema = content.getSchema();
        var name = schema.get$ref();
        return name == null
                ? schema
                : Objects.requireNonNull(
                        api.getComponents().getSchemas().get(name.substring(name.lastIndexOf('/') + 1)), name);
    }

    /// Whether the operation has a JSON body.
    boolean takesBody(String operation) {
        return body(operation).isPresent();
    }

    /// The smallest body that the operation's schema allows.
    Object exampleBody(String operation) {
        return ContractExamples.of(body(operation).orElseThrow(), api);
    }

    /// Whether the console's cookie signs in to the operation.
    boolean takesCookie(String operation) {
        var security = operation(operation).getSecurity();
        return security != null && security.stream().anyMatch(way -> way.containsKey("consoleCookie"));
    }

    List<Parameter> queryParameters(String named) {
        var parameters = operation(named).getParameters();
        return parameters == null
                ? List.of()
                : parameters.stream()
                        .map(this::resolved)
                        .filter(parameter -> "query".equals(parameter.getIn()))
                        .toList();
    }

    /// Names of query parameters that may be any text.
    Set<String> freeParameters() {
        Set<String> names = new TreeSet<>();
        for (var name : operations()) {
            queryParameters(name).stream()
                    .filter(parameter -> parameter.getSchema() != null
                            && "string".equals(parameter.getSchema().getType())
                            && parameter.getSchema().getEnum() == null)
                    .forEach(parameter -> names.add(parameter.getName()));
        }
        return names;
    }

    private Parameter resolved(Parameter parameter) {
        var name = parameter.get$ref();
        return name == null
                ? parameter
                : Objects.requireNonNull(
                        api.getComponents().getParameters().get(name.substring(name.lastIndexOf('/') + 1)), name);
    }

    OpenAPI api() {
        return api;
    }

    Operation operation(String named) {
        var parts = named.split(" ", 2);
        var path = Objects.requireNonNull(api.getPaths().get(parts[1]), named);
        return Objects.requireNonNull(path.readOperationsMap().get(HttpMethod.valueOf(parts[0])), named);
    }

    /// The schema of an operation's JSON body.
    Optional<Schema<?>> body(String operation) {
        return Optional.ofNullable(operation(operation).getRequestBody())
                .map(body ->
                        body.getContent() == null ? null : body.getContent().get("application/json"))
                .map(MediaType::getSchema);
    }

    private static Object wrong(Schema<?> member) {
        boolean text = "string".equals(member.getType());
        return text ? Map.of("of", "another type") : "of another type";
    }

    /// Fails unless the contract documents this request, which was granted: its parameters and the members of its body.
    void checkGranted(String method, String path, Map<String, String> headers, byte[] body) {
        var parts = path.split("\\?", 2);
        if (!covers(parts[0])) {
            return;
        }
        var request = new SimpleRequest.Builder(method, parts[0]);
        headers.forEach(request::withHeader);
        if (parts.length == 2) {
            for (var pair : parts[1].split("&", -1)) {
                var named = pair.split("=", 2);
                request.withQueryParam(named[0], URLDecoder.decode(named[1], StandardCharsets.UTF_8));
            }
        }
        if (body.length > 0) {
            request.withBody(body);
        }
        var report = validator.validateRequest(request.build());
        assertThat(report.getMessages()).as(method + " " + path).isEmpty();
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
