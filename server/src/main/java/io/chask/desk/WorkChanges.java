package io.chask.desk;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Changes of conversations' work: each one transaction, told once it is committed.
public final class WorkChanges {

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

    public WorkChanges(Database database, WorkListener listener) {
        this.database = database;
        this.listener = listener;
    }

    /// What a transaction came to, and whether it changed anything.
    public record Outcome<T>(T result, boolean changed) {

        public static <T> Outcome<T> changed(T result) {
            return new Outcome<>(result, true);
        }

        public static <T> Outcome<T> same(T result) {
            return new Outcome<>(result, false);
        }
    }

    private record Done<T>(T result, @Nullable UUID visitor) {}

    /// Blocks.
    public <T> T make(ConversationId conversation, Function<Handle, Outcome<T>> work) {
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

    /// As [#make], of several conversations of an organization, which the work names. Blocks.
    public int makeAll(UUID organization, Function<Handle, List<ConversationId>> work) {
        Map<ConversationId, UUID> told = new LinkedHashMap<>();
        database.useOrganization(organization, handle -> {
            // One after another in the order in which the message writer locks them, or the two could wait for each
            // other.
            work.apply(handle).stream()
                    .sorted(Comparator.comparing(WorkChanges::unsigned))
                    .forEach(each -> touch(handle, each).ifPresent(visitor -> told.put(each, visitor)));
        });
        told.forEach(listener::changed);
        return told.size();
    }

    private static String unsigned(ConversationId conversation) {
        return conversation.value().toString();
    }

    /// Something that a conversation's work shows was changed by another transaction: tells it. Blocks.
    public void touched(ConversationId conversation) {
        make(conversation, _ -> Outcome.changed(true));
    }

    private static Optional<UUID> touch(Handle handle, ConversationId conversation) {
        return handle.createQuery(TOUCH)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .mapTo(UUID.class)
                .findOne();
    }

    /// Whether there is such a conversation.
    public static boolean exists(Handle handle, ConversationId conversation) {
        return handle.createQuery(EXISTS)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .mapTo(Boolean.class)
                .one();
    }
}
