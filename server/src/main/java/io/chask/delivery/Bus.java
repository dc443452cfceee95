package io.chask.delivery;

import io.chask.conversation.ConversationId;
import io.chask.wire.ViewingState;
import java.util.UUID;

/// Port: tells the other nodes. Carries wake-ups and volatile things only; it may lose, double and reorder, and nothing
/// acknowledged depends on it.
public interface Bus {
    /// What nodes tell each other.
    sealed interface Signal {
        /// The conversation has come to this sequence.
        record Advanced(ConversationId conversation, UUID visitor, long lastSequence) implements Signal {}

        /// Marks or status of the conversation have changed, or what agents do with it.
        record Changed(ConversationId conversation, UUID visitor) implements Signal {}

        /// Somebody is typing, or has stopped.
        record Typing(ConversationId conversation, UUID visitor, boolean active, TypingAuthor author)
                implements Signal {}

        /// An agent looks at the conversation, writes in it, or has left it.
        record Viewing(ConversationId conversation, ViewingAgent agent, ViewingState state) implements Signal {}

        /// Whether agents of the organization are there may have changed: look again.
        record Presence(UUID organization) implements Signal {}
    }

    /// Tells the other nodes. Must not block.
    void publish(Signal signal);

    /// Hears what other nodes tell, one after another.
    void listen(Listener listener);

    /// Takes signals of other nodes.
    interface Listener {
        /// A signal has come.
        void heard(Signal signal);
    }
}
