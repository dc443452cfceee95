package io.chask.contact;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Attributes as the column keeps them.
final class AttributesJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private AttributesJson() {}

    static String write(Map<String, Object> attributes) {
        return MAPPER.writeValueAsString(attributes);
    }

    static Map<String, Object> read(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
    }
}
