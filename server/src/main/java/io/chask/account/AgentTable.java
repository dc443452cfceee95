package io.chask.account;

import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The rows of agents, within the transactions of others.
final class AgentTable {

    private static final String COLUMNS = "organization_id, id, email, name, role, avatar_url, disabled_at";
    private static final String FROM = "select " + COLUMNS + " from agent where organization_id = :organization ";
    private static final String ADD = """
            insert into agent (organization_id, id, email, name, role, password_hash)
            values (:organization, :id, :email, :name, :role, :passwordHash)
            on conflict (organization_id, lower(email)) do nothing
            """;

    static final String BY_ID = FROM + "and id = :id";
    static final String BY_EMAIL = FROM + "and lower(email) = lower(:email)";
    static final String ALL = FROM + "order by name, id";

    private static final String DISABLE = """
            update agent set disabled_at = now()
            where organization_id = :organization and id = :id and disabled_at is null
            """;
    private static final String ENABLE = """
            update agent set disabled_at = null
            where organization_id = :organization and id = :id and disabled_at is not null
            """;

    private AgentTable() {}

    /// @throws BadAccount when the organization has an agent with this e-mail address
    static Agent add(Handle handle, NewAgent agent, UUID id, String passwordHash) {
        int added = handle.createUpdate(ADD)
                .bind("organization", agent.organization())
                .bind("id", id)
                .bind("email", agent.email())
                .bind("name", agent.name())
                .bind("role", agent.role().code())
                .bind("passwordHash", passwordHash)
                .execute();
        if (added == 0) {
            throw new BadAccount("email", "is taken", BadAccount.Fault.TAKEN);
        }
        return new Agent(agent.organization(), id, agent.email(), agent.name(), agent.role(), null, false);
    }

    static Optional<Agent> find(Handle handle, UUID organization, UUID id) {
        return handle.createQuery(BY_ID)
                .bind("organization", organization)
                .bind("id", id)
                .map((row, _) -> agent(row))
                .findOne();
    }

    /// Whether he was not disabled before.
    static boolean disable(Handle handle, UUID organization, UUID id) {
        boolean changed = change(handle, DISABLE, organization, id);
        if (changed) {
            endSessions(handle, organization, id);
        }
        return changed;
    }

    /// Whether he was disabled before.
    static boolean enable(Handle handle, UUID organization, UUID id) {
        return change(handle, ENABLE, organization, id);
    }

    private static boolean change(Handle handle, String sql, UUID organization, UUID id) {
        return handle.createUpdate(sql)
                        .bind("organization", organization)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    static boolean setPassword(Handle handle, UUID organization, UUID id, String hash) {
        return handle.createUpdate("""
                        update agent set password_hash = :hash where organization_id = :organization and id = :id
                        """)
                        .bind("hash", hash)
                        .bind("organization", organization)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    static void endSessions(Handle handle, UUID organization, UUID agent) {
        handle.createUpdate("delete from agent_session where organization_id = :organization and agent_id = :agent")
                .bind("organization", organization)
                .bind("agent", agent)
                .execute();
        Revocations.record(handle, organization, Kind.AGENT, agent);
    }

    static Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                row.getObject("organization_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                role(row.getString("role")),
                row.getString("avatar_url"),
                row.getTimestamp("disabled_at") != null);
    }

    static Role role(String code) {
        return Role.of(code).orElseThrow(() -> new IllegalStateException("an agent has the unknown role " + code));
    }
}
