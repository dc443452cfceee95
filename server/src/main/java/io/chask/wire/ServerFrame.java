package io.chask.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A frame the server writes (wire/PROTOCOL.md §4).
public sealed interface ServerFrame {
    /// Whether it may be dropped under pressure: volatile frames are never stored and soon out of date.
    default boolean droppable() {
        return false;
    }

    /// Answer to `hello`.
    ///
    /// @param epoch identity of the database, replaced only by a restore
    /// @param ping how often a quiet client has to write
    /// @param conversations every conversation of a visitor; empty for an agent
    record Welcome(
            UUID session,
            UUID epoch,
            Duration ping,
            Instant serverTime,
            Limits limits,
            List<ConversationPosition> conversations)
            implements ServerFrame {
        public Welcome {
            conversations = List.copyOf(conversations);
        }
    }

    /// How far a conversation has come.
    record ConversationPosition(UUID id, long lastSequence) {}

    /// The message is committed. `duplicate`: it was so before, this repeats the first answer.
    record Sent(UUID id, UUID conversation, long sequence, Instant timestamp, boolean duplicate)
            implements ServerFrame {}

    /// A committed message of somebody else, or of another session of the same sender.
    record Message(UUID conversation, WireMessage message) implements ServerFrame {}

    /// A part of what a client has missed, in sequence order; `recovered` false: the server does not replay.
    record Sync(UUID conversation, List<WireMessage> messages, long toSequence, boolean recovered, boolean more)
            implements ServerFrame {
        public Sync {
            messages = List.copyOf(messages);
        }
    }

    /// How far the other side has come, and the receiver's own side on any of its devices.
    ///
    /// @param status told to the visitor when the conversation was resolved or opened again
    record Receipt(
            UUID conversation,
            long delivered,
            long read,
            long ownRead,
            @Nullable Status status) implements ServerFrame {

        /// Of marks only.
        public Receipt(UUID conversation, long delivered, long read, long ownRead) {
            this(conversation, delivered, read, ownRead, null);
        }
    }

    /// A row of the agents' list has changed.
    record Inbox(
            UUID conversation,
            Status status,
            long lastSequence,
            long unread,
            String preview,
            Sender sender,
            Instant timestamp,
            InboxVisitor visitor,
            InboxWork work)
            implements ServerFrame {}

    /// State of a conversation in the list.
    enum Status {
        OPEN("open"),
        RESOLVED("resolved");

        private final String wireName;

        Status(String wireName) {
            this.wireName = wireName;
        }

        /// As written in frames.
        public String wireName() {
            return wireName;
        }
    }

    /// The visitor of a row of the list.
    record InboxVisitor(
            UUID id, @Nullable String name, @Nullable String email) {}

    /// What agents do with the conversation of a row. Its members are the frame's.
    ///
    /// @param activeAt the row's place: the last message, or a later waking
    /// @param assignee who has it
    /// @param team among whom it is given out
    /// @param snoozedUntil when it wakes
    /// @param events how often it was assigned, resolved and so on
    /// @param mentioned whether a note mentions the receiver that he has not seen
    record InboxWork(
            Instant activeAt,
            @Nullable InboxAssignee assignee,
            @Nullable InboxTeam team,
            @Nullable Instant snoozedUntil,
            List<String> tags,
            int notes,
            int events,
            boolean mentioned) {
        public InboxWork {
            tags = List.copyOf(tags);
        }

        /// The same after a message of the visitor.
        public InboxWork written(Instant at) {
            return new InboxWork(at, assignee, team, null, tags, notes, events, mentioned);
        }

        /// The same after a message of somebody else.
        public InboxWork answered(Instant at) {
            return new InboxWork(at, assignee, team, snoozedUntil, tags, notes, events, mentioned);
        }

        /// The same for an agent who is mentioned or not.
        public InboxWork mentioned(boolean whether) {
            return new InboxWork(activeAt, assignee, team, snoozedUntil, tags, notes, events, whether);
        }
    }

    /// The agent who has a conversation, or looks at it.
    record InboxAssignee(UUID id, String name) {}

    /// The team of a conversation.
    record InboxTeam(UUID id, String name) {}

    /// The other side is typing, or has stopped.
    record Typing(
            UUID conversation,
            boolean active,
            Sender from,
            @Nullable String name) implements ServerFrame {
        @Override
        public boolean droppable() {
            return true;
        }
    }

    /// To agents who watch: what a colleague does with the conversation.
    record Viewing(UUID conversation, InboxAssignee agent, ViewingState state) implements ServerFrame {
        @Override
        public boolean droppable() {
            return true;
        }
    }

    /// Who is there.
    ///
    /// @param available whether an agent is online
    /// @param agents to agents: everybody with an open stream; to visitors: null
    record Presence(boolean available, @Nullable List<PresentAgent> agents) implements ServerFrame {
        public Presence {
            agents = agents == null ? null : List.copyOf(agents);
        }

        /// As visitors may know it.
        public static Presence toVisitors(boolean available) {
            return new Presence(available, null);
        }

        @Override
        public boolean droppable() {
            return true;
        }
    }

    /// An agent with an open stream.
    ///
    /// @param state how he is seen: `online`, `away` or `offline`
    /// @param choice what he has chosen himself
    record PresentAgent(UUID id, String state, String choice) {}

    /// Sign of life that asks for a pong.
    record Ping(@Nullable Long t) implements ServerFrame {
        @Override
        public boolean droppable() {
            return true;
        }
    }

    /// Answer to the client's ping.
    record Pong(@Nullable Long t) implements ServerFrame {
        @Override
        public boolean droppable() {
            return true;
        }
    }

    /// A frame was refused.
    ///
    /// @param ref the id of the refused `send`, or the conversation of another refused frame
    /// @param message English, for developers
    record Refusal(
            @Nullable UUID ref,
            Reason reason,
            String message,
            @Nullable Duration retryAfter) implements ServerFrame {}

    /// The server is about to stop: reconnect within the window after the close.
    record Drain(Duration window) implements ServerFrame {}
}
