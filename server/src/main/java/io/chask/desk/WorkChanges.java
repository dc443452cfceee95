package io.chask.desk;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Changes of a conversation's work: each one transaction, told once it is committed.
final class WorkChanges {

    // Marks the conversation as changed, by which other nodes find it should they miss the wake-up.
    private static final String TOUCH = """
            update conversation set changed_at = clock_timestamp()
            where organization_id = :organization and id = :conversation returning visitor_id
            """;
    private static final String EXISTS = """
            select exists (select from conversation where organization_id = :organization and id = :conversation)
            """;

    private final Database database;
    private final WorkListener listener;

    WorkChanges(Database database, WorkListener listener) {
        this.database = database;
        this.listener = listener;
    }

    /// What a transaction came to, and whether it changed anything.
    record Outcome<T>(T result, boolean changed) {

        static <T> Outcome<T> changed(T result) {
            return new Outcome<>(result, true);
        }

        static <T> Outcome<T> same(T result) {
            return new Outcome<>(result, false);
        }
    }

    private record Done<T>(T result, @Nullable UUID visitor) {}

    /// Blocks.
    <T> T make(ConversationId conversation, Function<Handle, Outcome<T>> work) {
        Done<T> done = database.inOrganization(conversation.organization(), handle -> {
            var outcome = work.apply(handle);
            // Last, because the message writer waits for this row.
            var visitor = outcome.changed() ? touch(handle, conversation) : Optional.<UUID>empty();
            return new Done<>(outcome.result(), visitor.orElse(null));
        });
        if (done.visitor() != null) {
            listener.changed(conversation, done.visitor());
        }
        return done.result();
    }

    private static Optional<UUID> touch(Handle handle, ConversationId conversation) {
        return handle.createQuery(TOUCH)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .mapTo(UUID.class)
                .findOne();
    }

    static boolean exists(Handle handle, ConversationId conversation) {
        return handle.createQuery(EXISTS)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .mapTo(Boolean.class)
                .one();
    }
}
