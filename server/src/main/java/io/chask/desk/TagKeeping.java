package io.chask.desk;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// What an organization does with its tags themselves: names, merges, removes them. All methods block.
///
/// The search follows every conversation that carried the tag, and what agents have kept of their views its new name.
/// Agents who are connected are told at once of the open ones that were active last; others they see when they load
/// them.
public final class TagKeeping {

    /// Conversations that are told of at once.
    private static final int MOST_TOLD = 500;

    private static final String FIND = """
            select t.id, t.name from tag t
            where t.organization_id = :organization and (t.id = :id or lower(t.name) = lower(:name))
            order by t.id for update
            """;
    private static final String RENAME = """
            update tag set name = :name where organization_id = :organization and id = :id
            """;
    private static final String MERGE = """
            insert into conversation_tag (organization_id, conversation_id, tag_id)
            select k.organization_id, k.conversation_id, :heir from conversation_tag k
            where k.organization_id = :organization and k.tag_id = :id
            on conflict do nothing
            """;
    private static final String DELETE = "delete from tag where organization_id = :organization and id = :id";
    // Kept in the row, so that a crash before the worker comes to it loses nothing. Locked in the worker's order.
    private static final String UNDESCRIBE = """
            with carried as (
              select p.conversation_id from search_progress p
              join conversation_tag k on k.organization_id = p.organization_id and k.conversation_id = p.conversation_id
              where k.organization_id = :organization and k.tag_id = :id
              order by p.conversation_id for no key update of p)
            update search_progress p set described = false from carried
            where p.organization_id = :organization and p.conversation_id = carried.conversation_id
            returning p.conversation_id
            """;
    private static final String OPEN = """
            select c.id, c.visitor_id from conversation_tag k
            join conversation c on c.organization_id = k.organization_id and c.id = k.conversation_id
            where k.organization_id = :organization and k.tag_id = :id and c.status = 'open'
            order by c.last_message_at desc limit :most
            """;
    private static final String ONE = """
            select t.id, t.name, (select count(*) from conversation_tag k
              where k.organization_id = t.organization_id and k.tag_id = t.id) as conversations
            from tag t where t.organization_id = :organization and t.id = :id
            """;

    private final Database database;
    private final WorkListener listener;
    private final Consumer<ConversationId> described;

    /// @param described called after the commit for each conversation whose tags have changed; must not block
    public TagKeeping(Database database, WorkListener listener, Consumer<ConversationId> described) {
        this.database = database;
        this.listener = listener;
        this.described = described;
    }

    /// Which tag, who is at it, and when.
    public record Errand(UUID organization, UUID id, Actor actor, Instant at) {}

    /// What became of a tag that was to have another name.
    public sealed interface Renamed {

        /// The tag as it is now; that of the name when it was merged into it.
        record Done(Tag tag) implements Renamed {}

        /// Another tag has the name; nothing was changed.
        record NameTaken() implements Renamed {}

        /// There is no tag of this id.
        record Unknown() implements Renamed {}
    }

    private record Named(UUID id, String name) {}

    private record Open(UUID conversation, UUID visitor) {}

    /// Which conversations carry a tag.
    private record Carriers(List<UUID> all, List<Open> open) {

        static final Carriers NONE = new Carriers(List.of(), List.of());

        /// Asked before it is taken from them; their words are to be written anew.
        static Carriers of(Handle handle, Errand errand) {
            var open = bound(handle.createQuery(OPEN), errand)
                    .bind("most", MOST_TOLD)
                    .map((row, _) -> new Open(row.getObject("id", UUID.class), row.getObject("visitor_id", UUID.class)))
                    .list();
            return new Carriers(
                    bound(handle.createQuery(UNDESCRIBE), errand)
                            .mapTo(UUID.class)
                            .list(),
                    open);
        }
    }

    private record Change<T>(T result, Carriers carriers) {}

    /// Gives a tag another name.
    ///
    /// @param merge when another tag has the name: its conversations get that one, and this one goes
    public Renamed rename(Errand errand, TagName name, boolean merge) {
        Change<Renamed> change = database.inOrganization(errand.organization(), handle -> {
            var found = find(handle, errand, name.text());
            var own = own(found, errand);
            if (own == null) {
                return new Change<>(new Renamed.Unknown(), Carriers.NONE);
            }
            var other =
                    found.stream().filter(tag -> !tag.equals(own)).findFirst().orElse(null);
            if (other == null) {
                return rename(handle, errand, own, name);
            }
            return merge ? merge(handle, errand, own, other) : new Change<>(new Renamed.NameTaken(), Carriers.NONE);
        });
        tell(errand, change.carriers());
        return change.result();
    }

    private static Change<Renamed> rename(Handle handle, Errand errand, Named own, TagName name) {
        var carriers = Carriers.of(handle, errand);
        bound(handle.createUpdate(RENAME), errand).bind("name", name.text()).execute();
        SavedFilters.retag(handle, errand.organization(), own.name(), name.text());
        append(handle, errand, Action.TAG_RENAMED, Map.of("from", own.name(), "to", name.text()));
        return new Change<>(new Renamed.Done(one(handle, errand, errand.id())), carriers);
    }

    private static Change<Renamed> merge(Handle handle, Errand errand, Named own, Named heir) {
        var carriers = Carriers.of(handle, errand);
        bound(handle.createUpdate(MERGE), errand).bind("heir", heir.id()).execute();
        bound(handle.createUpdate(DELETE), errand).execute();
        SavedFilters.retag(handle, errand.organization(), own.name(), heir.name());
        append(handle, errand, Action.TAG_MERGED, Map.of("from", own.name(), "to", heir.name()));
        return new Change<>(new Renamed.Done(one(handle, errand, heir.id())), carriers);
    }

    /// Removes a tag from all conversations and for good. False: there is none of this id.
    public boolean delete(Errand errand) {
        Change<Boolean> change = database.inOrganization(errand.organization(), handle -> {
            var own = own(find(handle, errand, ""), errand);
            if (own == null) {
                return new Change<>(false, Carriers.NONE);
            }
            var carriers = Carriers.of(handle, errand);
            long carried = one(handle, errand, errand.id()).conversations();
            bound(handle.createUpdate(DELETE), errand).execute();
            append(
                    handle,
                    errand,
                    Action.TAG_DELETED,
                    Map.of("name", own.name(), "conversations", String.valueOf(carried)));
            return new Change<>(true, carriers);
        });
        tell(errand, change.carriers());
        return change.result();
    }

    private void tell(Errand errand, Carriers carriers) {
        carriers.all().forEach(id -> described.accept(new ConversationId(errand.organization(), id)));
        carriers.open()
                .forEach(open -> listener.changed(
                        new ConversationId(errand.organization(), open.conversation()), open.visitor()));
    }

    private static void append(Handle handle, Errand errand, Action action, Map<String, String> details) {
        var subject = Subject.of("tag", errand.id());
        AuditLog.append(
                handle, new AuditEntry(errand.organization(), errand.actor(), action, subject, details), errand.at());
    }

    private static List<Named> find(Handle handle, Errand errand, String name) {
        return bound(handle.createQuery(FIND), errand)
                .bind("name", name)
                .map((row, _) -> new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static @Nullable Named own(List<Named> found, Errand errand) {
        return found.stream()
                .filter(tag -> tag.id().equals(errand.id()))
                .findFirst()
                .orElse(null);
    }

    private static Tag one(Handle handle, Errand errand, UUID id) {
        return bound(handle.createQuery(ONE), new Errand(errand.organization(), id, errand.actor(), errand.at()))
                .map((row, _) -> new Tag(row.getObject("id", UUID.class), row.getString("name"), row.getLong(3)))
                .one();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Errand errand) {
        return statement.bind("organization", errand.organization()).bind("id", errand.id());
    }
}
