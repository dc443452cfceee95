package io.chask.reply;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The canned replies of organizations. All methods block.
public final class CannedReplies {

    /// Most of an organization: the console holds all of them.
    public static final int MOST = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String ALL = """
            select r.id, r.name, r.texts from canned_reply r
            where r.organization_id = :organization order by lower(r.name)
            """;
    // Two who save at once wait for each other: neither takes the other's name, and both are counted.
    private static final String LOCK = """
            select 1 from organization where organization_id = :organization for no key update
            """;
    private static final String KNOWN = """
            select exists (select from canned_reply r where r.organization_id = :organization and r.id = :id)
            """;
    private static final String TAKEN = """
            select exists (select from canned_reply r
              where r.organization_id = :organization and lower(r.name) = lower(:name) and r.id <> :id)
            """;
    private static final String FULL = """
            select count(*) >= :most from canned_reply r where r.organization_id = :organization and r.id <> :id
            """;
    private static final String SAVE = """
            insert into canned_reply (organization_id, id, name, texts)
            values (:organization, :id, :name, cast(:texts as jsonb))
            on conflict (organization_id, id)
            do update set name = excluded.name, texts = excluded.texts, changed_at = now()
            returning xmax = 0
            """;
    private static final String DELETE = """
            delete from canned_reply where organization_id = :organization and id = :id returning name
            """;

    private final Database database;
    private final Clock clock;

    public CannedReplies(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What became of a reply that was to be kept.
    public enum Saved {
        ADDED,
        CHANGED,
        /// There is none of this id to change.
        UNKNOWN,
        /// Another one has the name; nothing was changed.
        NAME_TAKEN,
        /// There are [#MOST] others; nothing was changed.
        TOO_MANY
    }

    /// The organization's replies, by name.
    public List<CannedReply> all(UUID organization) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(ALL)
                        .bind("organization", organization)
                        .map((row, _) -> new CannedReply(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                JSON.readValue(row.getString("texts"), TEXTS)))
                        .list());
    }

    /// Adds a reply, or replaces the one that has this id: a repeated request adds no second one.
    public Saved add(UUID organization, UUID id, ReplyDraft draft, Actor actor) {
        return database.inOrganization(organization, handle -> {
            lock(handle, organization);
            return save(handle, new Place(organization, id), draft, actor);
        });
    }

    /// Replaces the reply that has this id.
    public Saved change(UUID organization, UUID id, ReplyDraft draft, Actor actor) {
        return database.inOrganization(organization, handle -> {
            lock(handle, organization);
            var place = new Place(organization, id);
            return asked(handle, KNOWN, place, draft) ? save(handle, place, draft, actor) : Saved.UNKNOWN;
        });
    }

    private record Place(UUID organization, UUID id) {}

    private Saved save(Handle handle, Place place, ReplyDraft draft, Actor actor) {
        if (asked(handle, TAKEN, place, draft)) {
            return Saved.NAME_TAKEN;
        }
        if (asked(handle, FULL, place, draft)) {
            return Saved.TOO_MANY;
        }
        boolean added = asked(handle, SAVE, place, draft);
        var action = added ? Action.REPLY_ADDED : Action.REPLY_CHANGED;
        var details = Map.of("name", draft.name());
        append(handle, new AuditEntry(place.organization(), actor, action, subject(place.id()), details));
        return added ? Saved.ADDED : Saved.CHANGED;
    }

    private static void lock(Handle handle, UUID organization) {
        handle.createQuery(LOCK)
                .bind("organization", organization)
                .mapTo(Integer.class)
                .one();
    }

    private static boolean asked(Handle handle, String sql, Place place, ReplyDraft draft) {
        var names = Map.of(
                "organization", place.organization(),
                "id", place.id(),
                "name", draft.name(),
                "texts", JSON.writeValueAsString(draft.texts()),
                "most", MOST);
        return handle.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .createQuery(sql)
                .bindMap(names)
                .mapTo(Boolean.class)
                .one();
    }

    /// False: there is none of this id.
    public boolean delete(UUID organization, UUID id, Actor actor) {
        return database.inOrganization(organization, handle -> {
            var name = handle.createQuery(DELETE)
                    .bind("organization", organization)
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne();
            name.ifPresent(gone -> append(
                    handle,
                    new AuditEntry(organization, actor, Action.REPLY_DELETED, subject(id), Map.of("name", gone))));
            return name.isPresent();
        });
    }

    private void append(Handle handle, AuditEntry entry) {
        AuditLog.append(handle, entry, clock.instant());
    }

    private static Subject subject(UUID id) {
        return Subject.of("reply", id);
    }
}
