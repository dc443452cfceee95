package io.chask;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a granted body becomes when one thing in it is odd: U+0000 in a text or a name, a time beyond the years there
/// are, null for a value, null among the entries of a list.
final class OddInputs {

    /// Years that Java knows and PostgreSQL, or the way times travel, does not.
    static final List<String> TIMES = List.of(
            "+300000-01-01T00:00:00Z",
            "-5000-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "9999-12-31T23:59:59-01:00",
            "0000-12-31T23:59:59Z");

    /// Days, likewise.
    static final List<String> DAYS = List.of("+300000-01-01", "-5000-01-01", "+999999999-12-31", "9999-12-31");

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ZERO = "\u0000";

    private OddInputs() {}

    /// Each body has one oddity. Members that a granted body does not need come one at a time: none hides another.
    ///
    /// @param granted a body of the operation that is granted
    static List<Object> bodies(String operation, Object granted) {
        var contract = Contract.instance();
        var base = object(granted);
        List<Object> odd = new ArrayList<>(odd(base));
        var schema = ContractExamples.resolved(contract.body(operation).orElseThrow(), contract.api());
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, member) -> {
                if (!base.containsKey(name)) {
                    odd(plain(full(member, 0))).forEach(value -> odd.add(with(base, name, value)));
                    odd.add(with(base, name, null));
                }
            });
        }
        return odd;
    }

    /// An example with all members, one entry in each list and one in each map.
    private static Object full(Schema<?> given, int depth) {
        var api = Contract.instance().api();
        var schema = ContractExamples.resolved(given, api);
        if (schema.getItems() != null) {
            return List.of(full(schema.getItems(), depth + 1));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        if (schema.getProperties() != null && depth < 8) {
            schema.getProperties().forEach((name, member) -> members.put(name, full(member, depth + 1)));
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> more) {
            members.put("en", full(more, depth + 1));
        }
        return members.isEmpty() ? ContractExamples.of(schema, api) : members;
    }

    private static Object plain(Object value) {
        return JSON.readValue(JSON.writeValueAsBytes(value), Object.class);
    }

    private static Map<String, @Nullable Object> object(Object value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        ((Map<?, ?>) plain(value)).forEach((name, member) -> object.put(String.valueOf(name), member));
        return object;
    }

    private static List<Object> odd(@Nullable Object value) {
        return switch (value) {
            case String text -> texts(text);
            case List<?> list -> lists(list);
            case Map<?, ?> map -> maps(object(map));
            case null, default -> List.of();
        };
    }

    private static List<Object> texts(String text) {
        int middle = text.length() / 2;
        List<Object> odd = new ArrayList<>(List.of(text.substring(0, middle) + ZERO + text.substring(middle), ZERO));
        odd.addAll(text.matches("\\d{4}-.*T.*") ? TIMES : List.of());
        odd.addAll(text.matches("\\d{4}-\\d\\d-\\d\\d") ? DAYS : List.of());
        return odd;
    }

    private static List<Object> lists(List<?> list) {
        List<Object> odd = new ArrayList<>();
        for (var entry : list) {
            odd(entry).forEach(value -> odd.add(List.of(value)));
        }
        List<@Nullable Object> withNull = new ArrayList<>(list);
        withNull.add(null);
        odd.add(withNull);
        return odd;
    }

    private static List<Object> maps(Map<String, @Nullable Object> map) {
        List<Object> odd = new ArrayList<>();
        map.forEach((name, member) -> {
            odd(member).forEach(value -> odd.add(with(map, name, value)));
            odd.add(with(map, name, null));
            odd.add(with(map, name + ZERO, member));
        });
        return odd;
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> map, String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }
}
