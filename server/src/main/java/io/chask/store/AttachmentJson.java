package io.chask.store;

import io.chask.conversation.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A message's attachments as its row keeps them.
final class AttachmentJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Attachment>> LIST = new TypeReference<>() {};

    private AttachmentJson() {}

    /// Null for none, which is what nearly every message has.
    static @Nullable String write(List<Attachment> attachments) {
        return attachments.isEmpty() ? null : JSON.writeValueAsString(attachments);
    }

    static List<Attachment> read(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, LIST);
    }
}
