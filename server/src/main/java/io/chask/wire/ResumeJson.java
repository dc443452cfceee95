package io.chask.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads `hello.resume`.
final class ResumeJson {
    private ResumeJson() {}

    /// The value that begins here, or null when it has another shape; either way it is read to its end.
    static @Nullable Resume read(JsonParser json, JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            return null;
        }
        @Nullable UUID epoch = null;
        @Nullable Map<UUID, Long> cursors = null;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var next = json.nextToken();
            switch (name) {
                case "epoch" -> epoch = next == JsonToken.VALUE_STRING ? Uuids.parse(json.getString()) : null;
                case "cursors" -> cursors = cursors(json, next);
                default -> {
                    // Unknown members are ignored (wire/PROTOCOL.md §3).
                }
            }
            json.skipChildren();
        }
        return epoch == null || cursors == null ? null : new Resume(epoch, cursors);
    }

    private static @Nullable Map<UUID, Long> cursors(JsonParser json, JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            return null;
        }
        var cursors = new HashMap<UUID, Long>();
        boolean sound = true;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var conversation = Uuids.parse(name);
            var cursor = FrameFields.numberValue(json, json.nextToken());
            json.skipChildren();
            if (conversation == null || cursor == null || cursor < 0) {
                sound = false;
            } else {
                cursors.put(conversation, cursor);
            }
        }
        return sound ? cursors : null;
    }
}
