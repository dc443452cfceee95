package io.chask;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The smallest values that schemas of `wire/openapi.yaml` allow.
final class ContractExamples {

    private ContractExamples() {}

    static Object of(Schema<?> given, OpenAPI api) {
        var schema = resolved(given, api);
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return schema.getEnum().getFirst();
        }
        if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) {
            return of(schema.getOneOf().getFirst(), api);
        }
        return switch (String.valueOf(schema.getType())) {
            case "string" -> text(schema);
            case "integer", "number" -> Objects.requireNonNullElse(schema.getMinimum(), BigDecimal.ONE);
            case "boolean" -> true;
            case "array" -> schema.getMinItems() == null ? List.of() : List.of(of(schema.getItems(), api));
            default -> object(schema, api);
        };
    }

    private static Map<String, Object> object(Schema<?> schema, OpenAPI api) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (schema.getRequired() != null) {
            schema.getRequired()
                    .forEach(name -> members.put(
                            name,
                            of(Objects.requireNonNull(schema.getProperties().get(name), name), api)));
        }
        return members;
    }

    private static String text(Schema<?> schema) {
        return switch (String.valueOf(schema.getFormat())) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date-time" -> "2030-01-02T03:04:05Z";
            case "email" -> "somebody@shop.example";
            case "uri" -> "https://shop.example/";
            default -> "text";
        };
    }

    static Schema<?> resolved(Schema<?> schema, OpenAPI api) {
        var name = schema.get$ref();
        return name == null
                ? schema
                : Objects.requireNonNull(
                        api.getComponents().getSchemas().get(name.substring(name.lastIndexOf('/') + 1)), name);
    }
}
