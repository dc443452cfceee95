package io.chask.conversation;

import io.chask.conversation.Author.Reader;

/// One reader's acknowledgement: everything up to `delivered` has arrived at him, everything up to `read` he has seen.
public record Mark(ConversationId conversation, Reader reader, long delivered, long read) {

    public Mark {
        read = Math.max(0, read);
        delivered = Math.max(delivered, read);
    }

    /// The higher of two marks of the same reader.
    public Mark merge(Mark other) {
        return new Mark(conversation, reader, Math.max(delivered, other.delivered), Math.max(read, other.read));
    }
}
