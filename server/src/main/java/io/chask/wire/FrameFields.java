package io.chask.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/// The members of one frame by name, each of the one shape that name has in every frame. Members of other names are
/// skipped; one of another shape is remembered as mistyped, because only the frame's type tells whether it matters.
final class FrameFields {
    private static final Set<String> KNOWN = Set.of(
            "type",
            "id",
            "conversation",
            "content",
            "token",
            "client",
            "idleSeconds",
            "sequence",
            "after",
            "t",
            "v",
            "active",
            "state",
            "attachments",
            "replyTo",
            "resume");

    private final Map<String, Object> values = new HashMap<>(8);
    private @Nullable Set<String> mistyped;

    private FrameFields() {}

    /// The members of the object that begins here, or null when no object does.
    static @Nullable FrameFields read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        var fields = new FrameFields();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            fields.take(name, json);
        }
        return fields;
    }

    private void take(String name, JsonParser json) {
        var token = json.nextToken();
        if (!KNOWN.contains(name)) {
            json.skipChildren();
            return;
        }
        if (token == JsonToken.VALUE_NULL) {
            forget(name);
            return;
        }
        var value = switch (name) {
            case "type", "id", "conversation", "content", "replyTo", "token", "client", "state" ->
                textValue(json, token);
            case "sequence", "after", "t", "v", "idleSeconds" -> numberValue(json, token);
            case "active" -> flagValue(token);
            case "attachments" -> textList(json, token);
            case "resume" -> ResumeJson.read(json, token);
            default -> null;
        };
        if (value == null) {
            json.skipChildren();
            forget(name);
            markMistyped(name);
            return;
        }
        values.put(name, value);
    }

    private void forget(String name) {
        values.remove(name);
        if (mistyped != null) {
            mistyped.remove(name);
        }
    }

    private void markMistyped(String name) {
        if (mistyped == null) {
            mistyped = new HashSet<>();
        }
        mistyped.add(name);
    }

    boolean mistyped(String name) {
        return mistyped != null && mistyped.contains(name);
    }

    @Nullable
    String text(String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    @Nullable
    UUID id(String name) {
        return Uuids.parse(text(name));
    }

    @Nullable
    Long number(String name) {
        return values.get(name) instanceof Long number ? number : null;
    }

    @Nullable
    Boolean flag(String name) {
        return values.get(name) instanceof Boolean flag ? flag : null;
    }

    @Nullable
    Resume resume() {
        return values.get("resume") instanceof Resume resume ? resume : null;
    }

    @Nullable
    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : null;
    }

    private static @Nullable Object textValue(JsonParser json, JsonToken token) {
        return token == JsonToken.VALUE_STRING ? json.getString() : null;
    }

    static @Nullable Long numberValue(JsonParser json, JsonToken token) {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            return null;
        }
        try {
            return json.getLongValue();
        } catch (InputCoercionException tooLarge) {
            return null;
        }
    }

    private static @Nullable Boolean flagValue(JsonToken token) {
        return switch (token) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static @Nullable Object textList(JsonParser json, JsonToken token) {
        if (token != JsonToken.START_ARRAY) {
            return null;
        }
        var texts = new ArrayList<String>();
        boolean sound = true;
        for (var next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            if (next == JsonToken.VALUE_STRING) {
                texts.add(json.getString());
            } else {
                sound = false;
                json.skipChildren();
            }
        }
        return sound ? texts : null;
    }
}
