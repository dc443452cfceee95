package io.chask.desk;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import java.util.Collection;
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
    // Locks one after another in the order in which the message writer does, or the two could wait for each other.
    private static final String TOUCH_ALL = """
            with named as materialized (
              select c.id from conversation c where c.organization_id = :organization and c.id = any(:conversations)
              order by c.id for no key update of c)
            update conversation c set changed_at = clock_timestamp() from named n
            where c.organization_id = :organization and c.id = n.id returning c.id, c.visitor_id
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
        Touched touched =
                database.inOrganization(organization, handle -> touch(handle, organization, work.apply(handle)));
        touched.tell();
        return touched.visitors.size();
    }

    /// Conversations whose work has changed. Should nobody tell, every node finds them when it next looks.
    public final class Touched {

        private final Map<ConversationId, UUID> visitors;

        private Touched(Map<ConversationId, UUID> visitors) {
            this.visitors = visitors;
        }

        /// Tells the agents who are connected: to be called after the commit.
        public void tell() {
            visitors.forEach(listener::changed);
        }
    }

    /// Something that the work of these conversations shows is changed by this transaction. Locks them: call it after
    /// everything else but the audit log.
    public Touched touch(Handle handle, UUID organization, Collection<ConversationId> conversations) {
        Map<ConversationId, UUID> visitors = new LinkedHashMap<>();
        if (conversations.isEmpty()) {
            return new Touched(visitors);
        }
        handle.createQuery(TOUCH_ALL)
                .bind("organization", organization)
                .bindArray(
                        "conversations",
                        UUID.class,
                        conversations.stream().map(ConversationId::value).toArray())
                .map((row, _) -> Map.entry(
                        new ConversationId(organization, row.getObject("id", UUID.class)),
                        row.getObject("visitor_id", UUID.class)))
                .forEach(each -> visitors.put(each.getKey(), each.getValue()));
        return new Touched(visitors);
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
