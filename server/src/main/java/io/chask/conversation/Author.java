package io.chask.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who wrote a message.
public sealed interface Author {

    /// The side the author stands on.
    Sender sender();

    /// The author's id within his organization; none for the system.
    @Nullable
    UUID id();

    /// An author who also reads, and so has marks.
    sealed interface Reader extends Author {
        @Override
        UUID id();
    }

    /// The person on the host page.
    record Visitor(UUID id) implements Reader {
        @Override
        public Sender sender() {
            return Sender.USER;
        }
    }

    /// A person of the organization who answers.
    record Agent(UUID id) implements Reader {
        @Override
        public Sender sender() {
            return Sender.AGENT;
        }
    }

    /// The product itself, for example on a transfer.
    record SystemAuthor() implements Author {
        @Override
        public Sender sender() {
            return Sender.SYSTEM;
        }

        @Override
        public @Nullable UUID id() {
            return null;
        }
    }

    /// The author from the form kept in the database.
    ///
    /// @throws IllegalArgumentException when a visitor or an agent has no id
    static Author of(Sender sender, @Nullable UUID id) {
        if (sender == Sender.SYSTEM) {
            return new SystemAuthor();
        }
        if (id == null) {
            throw new IllegalArgumentException(sender + " without an id");
        }
        return sender == Sender.USER ? new Visitor(id) : new Agent(id);
    }
}
