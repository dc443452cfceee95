package io.chask.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as clients see it (wire/PROTOCOL.md §4.2).
///
/// @param sequence place in its conversation, from 1
/// @param author absent for system messages and for the visitor as seen by himself; of a change, who made it
/// @param content of a change, the text its target has now
/// @param history what was changed, in it or by it
/// @param replyTo what it answers
public record WireMessage(
        UUID id,
        long sequence,
        Sender sender,
        @Nullable WireAuthor author,
        String content,
        Instant timestamp,
        List<WireAttachment> attachments,
        WireHistory history,
        @Nullable WireQuote replyTo) {
    public WireMessage {
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "WireMessage[id=" + id + ", sequence=" + sequence + "]";
    }
}
