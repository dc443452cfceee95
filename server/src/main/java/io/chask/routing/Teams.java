package io.chask.routing;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.desk.WorkChanges;
import io.chask.desk.WorkListener;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Groups of agents among whom conversations are given out. All methods block; every change is in the audit log.
public final class Teams {

    /// Most teams of an organization, and longest name.
    public static final int MAX = 100;

    public static final int MAX_NAME = 60;

    private final Database database;
    private final WorkChanges changes;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /// @param ids makes the ids of new teams
    public Teams(Database database, WorkListener listener, Supplier<UUID> ids, Clock clock) {
        this.database = database;
        this.changes = new WorkChanges(database, listener);
        this.ids = ids;
        this.clock = clock;
    }

    /// A team.
    ///
    /// @param members ids of agents, by name
    public record Entry(UUID id, String name, List<UUID> members) {
        public Entry {
            members = List.copyOf(members);
        }
    }

    /// What a team shall be.
    ///
    /// @param name    as it is when null
    /// @param members as they are when null
    public record Wish(@Nullable String name, @Nullable Set<UUID> members) {}

    /// The teams of an organization, by name.
    public List<Entry> list(UUID organization) {
        return database.inOrganization(organization, handle -> TeamRows.list(handle, organization, null));
    }

    /// Makes a team.
    public TeamChange create(UUID organization, String name, Set<UUID> members, Actor actor) {
        var team = ids.get();
        return database.inOrganization(organization, handle -> {
            if (TeamRows.taken(handle, organization, team, name)) {
                return new TeamChange.NameTaken();
            }
            if (!TeamRows.known(handle, organization, members)) {
                return new TeamChange.UnknownAgent();
            }
            int written = TeamRows.bound(handle, TeamRows.CREATE, organization, team, name)
                    .bind("most", MAX)
                    .execute();
            if (written == 0) {
                return TeamRows.taken(handle, organization, team, name)
                        ? new TeamChange.NameTaken()
                        : new TeamChange.TooMany();
            }
            TeamRows.setMembers(handle, organization, team, members);
            var details = Map.of("name", name, "members", Integer.toString(members.size()));
            return told(handle, organization, team, entry(organization, team, actor, Action.TEAM_CREATED, details));
        });
    }

    /// Renames a team, or gives it other members.
    public TeamChange change(UUID organization, UUID team, Wish wish, Actor actor) {
        return database.inOrganization(organization, handle -> {
            var before = TeamRows.name(handle, organization, team);
            if (before.isEmpty()) {
                return new TeamChange.Unknown();
            }
            var name = wish.name() == null ? before.get() : wish.name();
            if (TeamRows.taken(handle, organization, team, name)) {
                return new TeamChange.NameTaken();
            }
            var members = wish.members();
            if (members != null && !TeamRows.known(handle, organization, members)) {
                return new TeamChange.UnknownAgent();
            }
            TeamRows.bound(handle, TeamRows.RENAME, organization, team, name).execute();
            if (members != null) {
                TeamRows.setMembers(handle, organization, team, members);
            }
            var now = TeamRows.list(handle, organization, team).getFirst();
            var details = Map.of(
                    "from",
                    before.get(),
                    "to",
                    name,
                    "members",
                    Integer.toString(now.members().size()));
            return told(handle, organization, team, entry(organization, team, actor, Action.TEAM_CHANGED, details));
        });
    }

    /// Dissolves a team: its conversations are everybody's again.
    ///
    /// @return false when there is no such team
    public boolean delete(UUID organization, UUID team, Actor actor) {
        var freed = database.inOrganization(organization, handle -> {
            var name = TeamRows.name(handle, organization, team);
            if (name.isEmpty()) {
                return Optional.<WorkChanges.Touched>empty();
            }
            List<ConversationId> open = handle.createQuery(TeamRows.DISSOLVE)
                    .bind("organization", organization)
                    .bind("team", team)
                    .map((row, _) -> new ConversationId(organization, row.getObject("conversation_id", UUID.class)))
                    .list();
            handle.createUpdate(TeamRows.DELETE)
                    .bind("organization", organization)
                    .bind("team", team)
                    .execute();
            var touched = changes.touch(handle, organization, open);
            var details = Map.of("name", name.get());
            append(handle, entry(organization, team, actor, Action.TEAM_DELETED, details));
            return Optional.of(touched);
        });
        freed.ifPresent(WorkChanges.Touched::tell);
        return freed.isPresent();
    }

    private TeamChange told(Handle handle, UUID organization, UUID team, AuditEntry entry) {
        append(handle, entry);
        return new TeamChange.Done(TeamRows.list(handle, organization, team).getFirst());
    }

    private void append(Handle handle, AuditEntry entry) {
        AuditLog.append(handle, entry, clock.instant());
    }

    private static AuditEntry entry(
            UUID organization, UUID team, Actor actor, Action action, Map<String, String> details) {
        return new AuditEntry(organization, actor, action, Subject.of("team", team), details);
    }
}
