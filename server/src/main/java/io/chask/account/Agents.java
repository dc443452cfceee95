package io.chask.account;

import io.chask.database.Database;
import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The agents of organizations. All methods block.
public final class Agents {

    private static final String COLUMNS = "organization_id, id, email, name, avatar_url, disabled_at";
    private static final String ADD = """
            insert into agent (organization_id, id, email, name, password_hash)
            values (:organization, :id, :email, :name, :passwordHash)
            on conflict (organization_id, lower(email)) do nothing
            """;

    private final Database database;
    private final PasswordHasher passwords;

    public Agents(Database database, PasswordHasher passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    /// Adds an agent.
    ///
    /// @throws BadAccount when the organization has an agent with this e-mail address
    public Agent add(NewAgent agent) {
        UUID id = UUID.randomUUID();
        String hash = passwords.hash(agent.password());
        int added = database.inOrganization(
                agent.organization(),
                handle -> handle.createUpdate(ADD)
                        .bind("organization", agent.organization())
                        .bind("id", id)
                        .bind("email", agent.email())
                        .bind("name", agent.name())
                        .bind("passwordHash", hash)
                        .execute());
        if (added == 0) {
            throw new BadAccount("email", "is taken");
        }
        return new Agent(agent.organization(), id, agent.email(), agent.name(), null, false);
    }

    /// The agent with this id.
    public Optional<Agent> find(UUID organization, UUID id) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(
                                "select " + COLUMNS + " from agent where organization_id = :organization and id = :id")
                        .bind("organization", organization)
                        .bind("id", id)
                        .map((row, _) -> agent(row))
                        .findOne());
    }

    /// The agent with this e-mail address, without regard to case.
    public Optional<Agent> findByEmail(UUID organization, String email) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery("select " + COLUMNS
                                + " from agent where organization_id = :organization and lower(email) = lower(:email)")
                        .bind("organization", organization)
                        .bind("email", email.strip())
                        .map((row, _) -> agent(row))
                        .findOne());
    }

    /// All agents, also disabled ones, by name.
    public List<Agent> list(UUID organization) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery("select " + COLUMNS
                                + " from agent where organization_id = :organization order by name, id")
                        .bind("organization", organization)
                        .map((row, _) -> agent(row))
                        .list());
    }

    /// Ends all of an agent's sessions and refuses new ones; false when there is no such agent, or he was disabled
    /// before.
    public boolean disable(UUID organization, UUID id) {
        return database.inOrganization(organization, handle -> {
            int changed = handle.createUpdate("""
                            update agent set disabled_at = now()
                            where organization_id = :organization and id = :id and disabled_at is null
                            """)
                    .bind("organization", organization)
                    .bind("id", id)
                    .execute();
            if (changed == 1) {
                endSessions(handle, organization, id);
            }
            return changed == 1;
        });
    }

    /// Lets a disabled agent sign in again; false when there is no such agent, or he is not disabled.
    public boolean enable(UUID organization, UUID id) {
        return database.inOrganization(
                organization,
                handle -> handle.createUpdate("""
                                update agent set disabled_at = null
                                where organization_id = :organization and id = :id and disabled_at is not null
                                """)
                                .bind("organization", organization)
                                .bind("id", id)
                                .execute()
                        == 1);
    }

    /// Sets a new password and ends all sessions; false when there is no such agent.
    ///
    /// @throws BadAccount when the password is too short or too long
    public boolean changePassword(UUID organization, UUID id, String password) {
        NewAgent.checkPassword(password);
        String hash = passwords.hash(password);
        return database.inOrganization(organization, handle -> {
            int changed = handle.createUpdate("""
                            update agent set password_hash = :hash where organization_id = :organization and id = :id
                            """)
                    .bind("hash", hash)
                    .bind("organization", organization)
                    .bind("id", id)
                    .execute();
            endSessions(handle, organization, id);
            return changed == 1;
        });
    }

    private static void endSessions(Handle handle, UUID organization, UUID agent) {
        handle.createUpdate("delete from agent_session where organization_id = :organization and agent_id = :agent")
                .bind("organization", organization)
                .bind("agent", agent)
                .execute();
        Revocations.record(handle, organization, Kind.AGENT, agent);
    }

    private static Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                row.getObject("organization_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                row.getString("avatar_url"),
                row.getTimestamp("disabled_at") != null);
    }
}
