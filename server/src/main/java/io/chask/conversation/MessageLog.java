package io.chask.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/// Port: the messages of all conversations, the only truth.
public interface MessageLog {

    /// Stores a draft, or says why not. Returns at once. The stage is completed after the commit, in sequence order,
    /// on the thread that
    /// committed: what depends on it must not block. It is never completed exceptionally.
    CompletionStage<PostResult> append(Draft draft);

    /// Messages with a sequence above `sequence`, lowest first. Blocks. Does not check who asks: see
    /// [Conversations#after].
    List<Message> after(ConversationId conversation, long sequence, int limit);

    /// The last messages with a sequence below `sequence` (`Long.MAX_VALUE`: the newest), lowest first. Blocks.
    List<Message> before(ConversationId conversation, long sequence, int limit);

    /// The message, or change, with this id. Blocks.
    Optional<Message> find(ConversationId conversation, UUID id);

    /// Those of these messages that are there, in no order. Blocks.
    List<Message> all(ConversationId conversation, Collection<UUID> ids);
}
