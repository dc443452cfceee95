package io.chask.desk;

import io.chask.database.Database;
import io.chask.desk.SavedFilter.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// What each agent has kept of his views. All methods block.
public final class SavedFilters {

    /// Most of one agent.
    public static final int MOST = 50;

    private static final String ALL = """
            select id, name, view, tag, assignee_id, team_id from saved_filter
            where organization_id = :organization and agent_id = :agent order by lower(name), id
            """;
    // Two pages of his that save at once wait for each other: neither takes the other's name, and both are counted.
    private static final String LOCK = """
            select 1 from agent where organization_id = :organization and id = :agent for no key update
            """;
    private static final String KNOWN = """
            select exists (select from saved_filter
              where organization_id = :organization and agent_id = :agent and id = :id)
            """;
    private static final String TAKEN = """
            select exists (select from saved_filter
              where organization_id = :organization and agent_id = :agent and lower(name) = lower(:name) and id <> :id)
            """;
    private static final String FULL = """
            select count(*) >= :most from saved_filter
            where organization_id = :organization and agent_id = :agent and id <> :id
            """;
    private static final String SAVE = """
            insert into saved_filter (organization_id, agent_id, id, name, view, tag, assignee_id, team_id)
            values (:organization, :agent, :id, :name, :view, :tag, :assignee, :team)
            on conflict (organization_id, agent_id, id) do update set name = excluded.name, view = excluded.view,
              tag = excluded.tag, assignee_id = excluded.assignee_id, team_id = excluded.team_id
            returning xmax = 0
            """;
    private static final String DELETE = """
            delete from saved_filter where organization_id = :organization and agent_id = :agent and id = :id
            """;
    private static final String RETAG = """
            update saved_filter set tag = :to where organization_id = :organization and lower(tag) = lower(:from)
            """;

    private final Database database;

    public SavedFilters(Database database) {
        this.database = database;
    }

    /// Whose filters.
    public record Owner(UUID organization, UUID agent) {}

    /// What became of a filter that was to be kept.
    public enum Saved {
        ADDED,
        CHANGED,
        /// He has none of this id to change.
        UNKNOWN,
        /// Another of his has the name; nothing was changed.
        NAME_TAKEN,
        /// He has [#MOST] others; nothing was changed.
        TOO_MANY
    }

    /// Those of an agent, by name.
    public List<SavedFilter> of(Owner owner) {
        return database.inOrganization(
                owner.organization(),
                handle -> bound(handle.createQuery(ALL), owner)
                        .map((row, _) -> filter(row))
                        .list());
    }

    /// Adds a filter, or replaces the one that has this id: a repeated request adds no second one.
    public Saved add(Owner owner, SavedFilter filter) {
        return database.inOrganization(owner.organization(), handle -> {
            bound(handle.createQuery(LOCK), owner).mapTo(Integer.class).one();
            return save(handle, owner, filter);
        });
    }

    /// Replaces the filter that has this id.
    public Saved change(Owner owner, SavedFilter filter) {
        return database.inOrganization(owner.organization(), handle -> {
            bound(handle.createQuery(LOCK), owner).mapTo(Integer.class).one();
            return asked(handle, KNOWN, owner, filter) ? save(handle, owner, filter) : Saved.UNKNOWN;
        });
    }

    private static Saved save(Handle handle, Owner owner, SavedFilter filter) {
        if (asked(handle, TAKEN, owner, filter)) {
            return Saved.NAME_TAKEN;
        }
        if (asked(handle, FULL, owner, filter)) {
            return Saved.TOO_MANY;
        }
        boolean added = bound(handle.createQuery(SAVE), owner)
                .bind("id", filter.id())
                .bind("name", filter.name())
                .bind("view", filter.view().code())
                .bind("tag", filter.tag())
                .bind("assignee", filter.assignee())
                .bind("team", filter.team())
                .mapTo(Boolean.class)
                .one();
        return added ? Saved.ADDED : Saved.CHANGED;
    }

    /// Forgets a filter.
    ///
    /// @return false when he has none of this id
    public boolean delete(Owner owner, UUID id) {
        return database.inOrganization(
                owner.organization(),
                handle ->
                        bound(handle.createUpdate(DELETE), owner).bind("id", id).execute() == 1);
    }

    /// The tag has another name from now on, in everybody's filters.
    ///
    /// @param handle of the transaction that names it
    static void retag(Handle handle, UUID organization, String from, String to) {
        handle.createUpdate(RETAG)
                .bind("organization", organization)
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    private static boolean asked(Handle handle, String question, Owner owner, SavedFilter filter) {
        return bound(handle.createQuery(question), owner)
                .bind("id", filter.id())
                .bind("name", filter.name())
                .bind("most", MOST)
                .mapTo(Boolean.class)
                .one();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Owner owner) {
        return statement.bind("organization", owner.organization()).bind("agent", owner.agent());
    }

    private static SavedFilter filter(ResultSet row) throws SQLException {
        return new SavedFilter(
                row.getObject("id", UUID.class),
                row.getString("name"),
                View.of(row.getString("view")).orElseThrow(),
                row.getString("tag"),
                row.getObject("assignee_id", UUID.class),
                row.getObject("team_id", UUID.class));
    }
}
