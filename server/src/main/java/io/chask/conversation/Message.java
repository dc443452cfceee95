package io.chask.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of a conversation: a committed message, or a change of one.
///
/// @param sequence  its place in the conversation, from 1, without gaps
/// @param content   of a change: what its target's text is now, which a later change may have made
/// @param timestamp never before that of the entry before it; microseconds
/// @param target    the message that this entry changed; null: it is a message itself
/// @param history   what happened to the message since, or to the target
/// @param replyTo   the message it answers
public record Message(
        ConversationId conversation,
        UUID id,
        long sequence,
        Author author,
        String content,
        List<Attachment> attachments,
        Instant timestamp,
        @Nullable UUID target,
        History history,
        @Nullable UUID replyTo) {

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
                timestamp,
                null,
                History.NONE,
                draft.replyTo());
    }

    /// Whether this entry is a change of another.
    public boolean isChange() {
        return target != null;
    }
}
