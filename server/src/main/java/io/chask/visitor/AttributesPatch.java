package io.chask.visitor;

import io.chask.edge.Problem;
import io.chask.edge.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Changes attributes one by one; `null` removes one. At most 50, keys of at most 64 characters, texts of at most
/// 1,000.
///
/// @param json the member `attributes`; null when it is absent
record AttributesPatch(@Nullable JsonNode json) {

    private static final int MOST = 50;
    private static final int KEY = 64;
    private static final int TEXT = 1_000;

    Map<String, Object> apply(Map<String, Object> before) {
        if (json == null || json.isNull()) {
            return before;
        }
        if (!json.isObject()) {
            throw new Refused(Problem.field("attributes", "must be an object"));
        }
        Map<String, Object> after = new LinkedHashMap<>(before);
        json.properties().forEach(entry -> change(after, entry.getKey(), entry.getValue()));
        if (after.size() > MOST) {
            throw new Refused(Problem.field("attributes", "must be at most " + MOST));
        }
        return after;
    }

    private static void change(Map<String, Object> attributes, String key, JsonNode value) {
        var path = "attributes." + Texts.checked("attributes", key, KEY);
        if (value.isNull()) {
            attributes.remove(key);
        } else {
            attributes.put(key, value(path, value));
        }
    }

    private static Object value(String path, JsonNode value) {
        if (value.isString()) {
            return Texts.checked(path, value.asString(), TEXT);
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        throw new Refused(Problem.field(path, "must be a text, a number, true, false or null"));
    }
}
