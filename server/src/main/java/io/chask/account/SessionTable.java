package io.chask.account;

import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import io.chask.organization.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The rows of agents' sessions, within the transactions of others.
final class SessionTable {

    private static final String BEGIN = """
            with seen as (update agent set last_seen_at = :now where organization_id = :organization and id = :agent)
            insert into agent_session
              (organization_id, id, token_hash, agent_id, created_at, last_seen_at, expires_at, address, user_agent)
            values (:organization, :id, :hash, :agent, :now, :now, :expires, :address, :userAgent)
            """;
    private static final String FIND = """
            select s.id as session, s.expires_at, s.last_seen_at, a.*, o.name as organization_name,
              o.require_second_factor and not exists (
                select from agent_totp t where t.organization_id = a.organization_id and t.agent_id = a.id
                  and t.confirmed_at is not null) as must_enrol
            from agent_session s
            join agent a on a.organization_id = s.organization_id and a.id = s.agent_id
            join organization o on o.organization_id = s.organization_id
            where s.organization_id = :organization and s.token_hash = :hash and a.disabled_at is null
            """;
    private static final String SEEN = """
            with seen as (update agent_session set last_seen_at = :now
              where organization_id = :organization and id = :session and last_seen_at < :now returning agent_id)
            update agent set last_seen_at = :now where organization_id = :organization and id = (select agent_id from seen)
            """;
    private static final String TIMES = """
            select s.expires_at, s.last_seen_at from agent_session s
            join organization o on o.organization_id = s.organization_id
            where s.organization_id = :organization and s.id = :session and (not o.require_second_factor or exists (
              select from agent_totp f where f.organization_id = s.organization_id and f.agent_id = s.agent_id
                and f.confirmed_at is not null))
            """;
    private static final String END = """
            delete from agent_session where organization_id = :organization and agent_id = :agent and id = :session
            """;
    private static final String END_OTHERS = """
            delete from agent_session where organization_id = :organization and agent_id = :agent and id <> :session
            returning id
            """;

    private SessionTable() {}

    static UUID begin(Handle handle, Token token, UUID agent, Device device, Instant now) {
        var id = UUID.randomUUID();
        handle.createUpdate(BEGIN)
                .bind("organization", token.organization())
                .bind("id", id)
                .bind("hash", token.hash())
                .bind("agent", agent)
                .bind("now", now)
                .bind("expires", now.plus(Sessions.LIFETIME))
                .bind("address", device.address())
                .bind("userAgent", device.userAgent())
                .execute();
        return id;
    }

    static Optional<Session> find(Handle handle, Token token) {
        return handle.createQuery(FIND)
                .bind("organization", token.organization())
                .bind("hash", token.hash())
                .map((row, _) -> session(row))
                .findOne();
    }

    static Optional<Instant> endsAt(Handle handle, UUID organization, UUID session) {
        return handle.createQuery(TIMES)
                .bind("organization", organization)
                .bind("session", session)
                .map((row, _) -> Sessions.end(
                        row.getTimestamp("expires_at").toInstant(),
                        row.getTimestamp("last_seen_at").toInstant()))
                .findOne();
    }

    static void seen(Handle handle, Session session, Instant now) {
        handle.createUpdate(SEEN)
                .bind("organization", session.agent().organization())
                .bind("session", session.id())
                .bind("now", now)
                .execute();
    }

    /// Whether this agent had this session.
    static boolean end(Handle handle, UUID organization, UUID agent, UUID session) {
        boolean ended = handle.createUpdate(END)
                        .bind("organization", organization)
                        .bind("agent", agent)
                        .bind("session", session)
                        .execute()
                == 1;
        if (ended) {
            Revocations.record(handle, organization, Kind.SESSION, session);
        }
        return ended;
    }

    /// Ends all sessions of the agent but this one; gives how many.
    static int endOthers(Handle handle, Session own) {
        var organization = own.agent().organization();
        var ended = handle.createQuery(END_OTHERS)
                .bind("organization", organization)
                .bind("agent", own.agent().id())
                .bind("session", own.id())
                .mapTo(UUID.class)
                .list();
        ended.forEach(id -> Revocations.record(handle, organization, Kind.SESSION, id));
        return ended.size();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("session", UUID.class),
                AgentTable.agent(row),
                row.getString("organization_name"),
                row.getBoolean("must_enrol"),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant());
    }
}
