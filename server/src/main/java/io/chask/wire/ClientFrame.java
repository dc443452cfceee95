package io.chask.wire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A frame a client may write (wire/PROTOCOL.md §4), its shape already checked.
public sealed interface ClientFrame {
    /// First frame of a stream. The version has been checked by the codec.
    ///
    /// @param token the visitor token or the agent's ticket
    /// @param client name and version of the program, such as `widget/0.1.0`
    /// @param idleSeconds how long ago an agent has done something; null: his client does not watch for that
    record Hello(
            String token,
            String client,
            @Nullable Resume resume,
            @Nullable Long idleSeconds) implements ClientFrame {
        @Override
        public String toString() {
            return "Hello[client=" + client + ", resume=" + resume + "]";
        }
    }

    /// A message to be stored; `id` is the sender's and stays the same through every retry.
    ///
    /// @param replyTo the message it answers
    record Send(
            UUID id,
            UUID conversation,
            String content,
            List<UUID> attachments,
            @Nullable UUID replyTo) implements ClientFrame {
        public Send {
            attachments = List.copyOf(attachments);
        }

        /// Whether it names nothing that would have to be looked at.
        public boolean isPlain() {
            return attachments.isEmpty() && replyTo == null;
        }

        @Override
        public String toString() {
            return "Send[id=" + id + ", conversation=" + conversation + "]";
        }
    }

    /// Received everything up to `sequence`.
    record Ack(UUID conversation, long sequence) implements ClientFrame {}

    /// Seen by a person up to `sequence`.
    record Read(UUID conversation, long sequence) implements ClientFrame {}

    /// Asks for what follows sequence `after`.
    record CatchUp(UUID conversation, long after) implements ClientFrame {}

    /// An agent wants full messages of this conversation from now on, and what follows `after`.
    record Watch(UUID conversation, long after) implements ClientFrame {}

    /// An agent wants only `inbox` of this conversation.
    record Unwatch(UUID conversation) implements ClientFrame {}

    /// The sender is typing, or has stopped.
    record Typing(UUID conversation, boolean active) implements ClientFrame {}

    /// An agent has the conversation before him, writes in it, or has left it.
    record Viewing(UUID conversation, ViewingState state) implements ClientFrame {}

    /// The visitor has opened the window of this page's widget for the first time.
    record Opened() implements ClientFrame {}

    /// An agent has done something in his page so many seconds ago.
    record Presence(long idleSeconds) implements ClientFrame {}

    /// Sign of life that asks for a [Pong] with the same `t`.
    record Ping(@Nullable Long t) implements ClientFrame {}

    /// Answer to the server's ping.
    record Pong(@Nullable Long t) implements ClientFrame {}
}
