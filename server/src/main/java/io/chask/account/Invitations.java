package io.chask.account;

import io.chask.account.SignIn.SignedIn;
import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import io.chask.organization.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// Invitations: a secret for whoever is to become an agent, good once and for seven days. Only its hash is kept. All
/// methods
/// block; every change is in the audit log.
public final class Invitations {

    /// How long one is good.
    public static final Duration LIFETIME = Duration.ofDays(7);

    private static final Set<String> LOCALES = Set.of("en", "es", "pt-BR");

    private static final String ADD = """
            insert into invitation
              (organization_id, id, token_hash, email, role, locale, invited_by, created_at, expires_at)
            select :organization, :id, :hash, :email, :role, :locale, :by, :now, :expires
            where not exists (select from agent where organization_id = :organization and lower(email) = lower(:email))
            """;
    private static final String OPEN = """
            select i.*, a.name as invited_by_name from invitation i
            left join agent a on a.organization_id = i.organization_id and a.id = i.invited_by
            where i.organization_id = :organization and i.accepted_at is null and i.revoked_at is null
              and i.expires_at > :now
            """;
    private static final String USE = """
            update invitation set accepted_at = :now
            where organization_id = :organization and id = :id and accepted_at is null and revoked_at is null
            """;
    private static final String REVOKE = """
            update invitation set revoked_at = :now
            where organization_id = :organization and id = :id and accepted_at is null and revoked_at is null
            """;

    private final Database database;
    private final PasswordHasher passwords;
    private final Sessions sessions;
    private final RandomGenerator random;
    private final Clock clock;

    /// @param sessions for whoever has just accepted
    /// @param random   a cryptographic source
    public Invitations(
            Database database, PasswordHasher passwords, Sessions sessions, RandomGenerator random, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    /// An invitation and the secret that is never seen again.
    public record Made(Invitation invitation, Token token) {}

    /// Invites somebody. Who invites must be allowed to give this role.
    ///
    /// @throws BadAccount when the e-mail cannot be used, or belongs to an agent, or when the one who invites
    /// was lowered or disabled meanwhile
    public Made create(Agent by, String email, Role role, String locale) {
        var address = NewAgent.checkEmail(email);
        BadAccount.unless("locale", LOCALES.contains(locale));
        var token = Token.create(by.organization(), random);
        var now = clock.instant();
        var made = new Invitation(UUID.randomUUID(), address, role, locale, by.name(), now, now.plus(LIFETIME));
        database.useOrganization(by.organization(), handle -> {
            BadAccount.unless("role", InvitationTable.mayInvite(handle, by, role));
            add(handle, made, by, token);
            append(handle, by.organization(), by.id(), Action.INVITATION_CREATED, made);
        });
        return new Made(made, token);
    }

    private static void add(Handle handle, Invitation made, Agent by, Token token) {
        int added = handle.createUpdate(ADD)
                .bind("organization", by.organization())
                .bind("id", made.id())
                .bind("hash", token.hash())
                .bind("email", made.email())
                .bind("role", made.role().code())
                .bind("locale", made.locale())
                .bind("by", by.id())
                .bind("now", made.createdAt())
                .bind("expires", made.expiresAt())
                .execute();
        if (added == 0) {
            throw new BadAccount("email", "belongs to an agent already", BadAccount.Fault.TAKEN);
        }
    }

    /// Those that are good, the newest first.
    public List<Invitation> open(UUID organization) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(OPEN + " order by i.created_at desc, i.id")
                        .bind("organization", organization)
                        .bind("now", clock.instant())
                        .map((row, _) -> invitation(row))
                        .list());
    }

    /// Makes one worthless; false when there is no such good one.
    public boolean revoke(Agent by, UUID id) {
        return database.inOrganization(by.organization(), handle -> {
            var now = clock.instant();
            var found = handle.createQuery(OPEN + " and i.id = :id")
                    .bind("organization", by.organization())
                    .bind("now", now)
                    .bind("id", id)
                    .map((row, _) -> invitation(row))
                    .findOne();
            if (found.isEmpty() || !mark(handle, REVOKE, by.organization(), id)) {
                return false;
            }
            append(handle, by.organization(), by.id(), Action.INVITATION_REVOKED, found.get());
            return true;
        });
    }

    /// What a guest is told before he accepts.
    public record Greeting(Invitation invitation, String organizationName) {}

    /// The invitation of a secret; empty when it is not good any more, or never was.
    public Optional<Greeting> look(Token token) {
        return database.inOrganization(
                token.organization(),
                handle -> find(handle, token)
                        .map(found -> new Greeting(found, organizationName(handle, token.organization()))));
    }

    private static String organizationName(Handle handle, UUID organization) {
        return handle.createQuery("select name from organization where organization_id = :organization")
                .bind("organization", organization)
                .mapTo(String.class)
                .one();
    }

    private Optional<Invitation> find(Handle handle, Token token) {
        return handle.createQuery(OPEN + " and i.token_hash = :hash")
                .bind("organization", token.organization())
                .bind("now", clock.instant())
                .bind("hash", token.hash())
                .map((row, _) -> invitation(row))
                .findOne();
    }

    /// Makes the guest an agent and signs him in; empty when the invitation is not good.
    ///
    /// @throws BadAccount when name or password cannot be used, or somebody has the e-mail address by now
    public Optional<SignedIn> accept(Token token, String name, String password, Device device) {
        var invited = look(token).map(Greeting::invitation);
        if (invited.isEmpty()) {
            return Optional.empty();
        }
        var invitation = invited.get();
        var guest = new NewAgent(token.organization(), invitation.email(), name, invitation.role(), password);
        var hash = passwords.hash(password);
        return database.inOrganization(token.organization(), handle -> {
            // Whoever marks it has it: two browsers cannot use it at once.
            if (!mark(handle, USE, token.organization(), invitation.id())) {
                return Optional.empty();
            }
            var agent = AgentTable.add(handle, guest, UUID.randomUUID(), hash);
            append(handle, token.organization(), agent.id(), Action.INVITATION_ACCEPTED, invitation);
            var entry = new AuditEntry(
                    agent.organization(),
                    Actor.agent(agent.id()),
                    Action.AGENT_ADDED,
                    Subject.agent(agent.id()),
                    Map.of("role", agent.role().code()));
            AuditLog.append(handle, entry, clock.instant());
            return Optional.of(sessions.begin(handle, agent, device, InvitationTable.KIND));
        });
    }

    private boolean mark(Handle handle, String statement, UUID organization, UUID id) {
        return handle.createUpdate(statement)
                        .bind("organization", organization)
                        .bind("id", id)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    private void append(Handle handle, UUID organization, UUID by, Action action, Invitation invitation) {
        var entry = new AuditEntry(
                organization,
                Actor.agent(by),
                action,
                Subject.of(InvitationTable.KIND, invitation.id()),
                Map.of("role", invitation.role().code()));
        AuditLog.append(handle, entry, clock.instant());
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("email"),
                AgentTable.role(row.getString("role")),
                row.getString("locale"),
                row.getString("invited_by_name"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
