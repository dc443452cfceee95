package io.chask.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The tables of teams.
final class TeamRows {

    private static final String LIST = """
            select t.id, t.name, array(select m.agent_id from team_member m
              join agent a on a.organization_id = m.organization_id and a.id = m.agent_id
              where m.organization_id = t.organization_id and m.team_id = t.id order by lower(a.name), a.id) as members
            from team t where t.organization_id = :organization and (cast(:team as uuid) is null or t.id = :team)
            order by lower(t.name)
            """;
    static final String CREATE = """
            insert into team (organization_id, id, name)
            select :organization, :team, :name
            where (select count(*) from team where organization_id = :organization) < :most
            on conflict do nothing
            """;
    private static final String TAKEN = """
            select exists (select from team
              where organization_id = :organization and lower(name) = lower(:name) and id <> :team)
            """;
    static final String RENAME = """
            update team set name = :name where organization_id = :organization and id = :team
            """;
    private static final String LOCK = """
            select name from team where organization_id = :organization and id = :team for update
            """;
    private static final String REMOVE_OTHERS = """
            delete from team_member where organization_id = :organization and team_id = :team
              and not agent_id = any(:agents)
            """;
    private static final String ADD = """
            insert into team_member (organization_id, team_id, agent_id)
            select organization_id, :team, id from agent where organization_id = :organization and id = any(:agents)
            on conflict do nothing
            """;
    private static final String ALL_KNOWN = """
            select count(*) = :count from agent where organization_id = :organization and id = any(:agents)
            """;
    // Locked in the order of their ids, as all who change many at once do.
    static final String DISSOLVE = """
            with held as materialized (
              select w.conversation_id, c.status from conversation_work w
              join conversation c on c.organization_id = w.organization_id and c.id = w.conversation_id
              where w.organization_id = :organization and w.team_id = :team
              order by w.conversation_id for no key update of w),
            freed as (
              update conversation_work w set team_id = null from held h
              where w.organization_id = :organization and w.conversation_id = h.conversation_id)
            select conversation_id from held where status = 'open'
            """;
    static final String DELETE = "delete from team where organization_id = :organization and id = :team";

    private TeamRows() {}

    static List<Teams.Entry> list(Handle handle, UUID organization, @Nullable UUID team) {
        return handle.createQuery(LIST)
                .bind("organization", organization)
                .bind("team", team)
                .map((row, _) -> entry(row))
                .list();
    }

    private static Teams.Entry entry(ResultSet row) throws SQLException {
        var members = (UUID[]) row.getArray("members").getArray();
        return new Teams.Entry(row.getObject("id", UUID.class), row.getString("name"), List.of(members));
    }

    /// The name of the team, which is locked so that nobody else changes it meanwhile.
    static Optional<String> name(Handle handle, UUID organization, UUID team) {
        return handle.createQuery(LOCK)
                .bind("organization", organization)
                .bind("team", team)
                .mapTo(String.class)
                .findOne();
    }

    static boolean taken(Handle handle, UUID organization, UUID team, String name) {
        return handle.createQuery(TAKEN)
                .bind("organization", organization)
                .bind("team", team)
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    static boolean known(Handle handle, UUID organization, Collection<UUID> agents) {
        return handle.createQuery(ALL_KNOWN)
                .bind("organization", organization)
                .bindArray("agents", UUID.class, agents.toArray())
                .bind("count", agents.size())
                .mapTo(Boolean.class)
                .one();
    }

    static Update bound(Handle handle, String sql, UUID organization, UUID team, String name) {
        return handle.createUpdate(sql)
                .bind("organization", organization)
                .bind("team", team)
                .bind("name", name);
    }

    static void setMembers(Handle handle, UUID organization, UUID team, Collection<UUID> agents) {
        for (var sql : List.of(REMOVE_OTHERS, ADD)) {
            handle.createUpdate(sql)
                    .bind("organization", organization)
                    .bind("team", team)
                    .bindArray("agents", UUID.class, agents.toArray())
                    .execute();
        }
    }
}
