package io.chask.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A committed message.
///
/// @param sequence  its place in the conversation, from 1, without gaps
/// @param timestamp never before that of the message before it; microseconds
public record Message(
        ConversationId conversation,
        UUID id,
        long sequence,
        Author author,
        String content,
        List<Attachment> attachments,
        Instant timestamp) {

    public Message {
        attachments = List.copyOf(attachments);
    }

    /// The message a draft became.
    public static Message of(Draft draft, long sequence, Instant timestamp) {
        return new Message(
                draft.conversation(),
                draft.id(),
                sequence,
                draft.author(),
                draft.content(),
                draft.attachments(),
                timestamp);
    }
}
