package io.chask.reply;

import java.util.Map;
import java.util.UUID;

/// An answer that agents use again and again.
///
/// @param texts by locale
public record CannedReply(UUID id, String name, Map<String, String> texts) {

    /// Keeps the texts as they are now.
    public CannedReply {
        texts = Map.copyOf(texts);
    }
}
