package io.chask.store;

import io.chask.conversation.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A message's attachments as its row keeps them.
final class AttachmentJson {

    // Messages from before there were small pictures do not mention them.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
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
