package io.chask.account;

import io.chask.account.SignIn.AgentDisabled;
import io.chask.account.SignIn.CredentialsInvalid;
import io.chask.account.SignIn.SignedIn;
import io.chask.database.Database;
import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import io.chask.organization.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Signing in and out, and who a token is. All methods block.
public final class Sessions {

    /// How long a session lasts.
    public static final Duration LIFETIME = Duration.ofDays(30);

    private static final String CANDIDATES =
            "select organization_id, id, password_hash, disabled from sign_in_candidates(:email)";
    private static final String BEGIN = """
            insert into agent_session (organization_id, id, token_hash, agent_id, expires_at)
            values (:organization, :id, :hash, :agent, :expires)
            """;
    private static final String FIND = """
            select s.id as session, s.expires_at, a.*, o.name as organization_name
            from agent_session s
            join agent a on a.organization_id = s.organization_id and a.id = s.agent_id
            join organization o on o.organization_id = s.organization_id
            where s.organization_id = :organization and s.token_hash = :hash and a.disabled_at is null
            """;

    private final Database database;
    private final PasswordHasher passwords;
    private final RandomGenerator random;
    private final Clock clock;
    private final String hashOfNobody;

    /// @param random a cryptographic source, for tokens
    public Sessions(Database database, PasswordHasher passwords, RandomGenerator random, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.random = random;
        this.clock = clock;
        this.hashOfNobody = passwords.hash("nobody has this password");
    }

    /// Begins a session. An e-mail address may belong to agents of several organizations; the password decides, the
    /// newest agent first.
    /// An unknown address takes as long as a wrong password.
    public SignIn signIn(String email, String password) {
        List<Candidate> candidates = candidates(email.strip());
        if (candidates.isEmpty()) {
            passwords.matches(password, hashOfNobody);
            return new CredentialsInvalid();
        }
        List<Candidate> right = candidates.stream()
                .filter(candidate -> passwords.matches(password, candidate.passwordHash))
                .toList();
        if (right.isEmpty()) {
            return new CredentialsInvalid();
        }
        return right.stream()
                .filter(candidate -> !candidate.disabled)
                .findFirst()
                .<SignIn>map(candidate -> begin(candidate.organization, candidate.agent))
                .orElseGet(AgentDisabled::new);
    }

    /// Who this token is.
    public Authentication authenticate(Token token) {
        return find(token).<Authentication>map(this::judged).orElseGet(Authentication.Unknown::new);
    }

    private Authentication judged(Session session) {
        return session.expiresAt().isAfter(clock.instant())
                ? new Authentication.Known(session)
                : new Authentication.Expired();
    }

    private Optional<Session> find(Token token) {
        return database.inOrganization(
                token.organization(),
                handle -> handle.createQuery(FIND)
                        .bind("organization", token.organization())
                        .bind("hash", token.hash())
                        .map((row, _) -> session(row))
                        .findOne());
    }

    /// Ends the session of a token; does nothing when there is none.
    public void signOut(Token token) {
        database.useOrganization(
                token.organization(),
                handle -> handle.createQuery("""
                        delete from agent_session where organization_id = :organization and token_hash = :hash returning id
                        """)
                        .bind("organization", token.organization())
                        .bind("hash", token.hash())
                        .mapTo(UUID.class)
                        .findOne()
                        .ifPresent(id -> Revocations.record(handle, token.organization(), Kind.SESSION, id)));
    }

    private List<Candidate> candidates(String email) {
        return database.outsideOrganizations(handle -> handle.createQuery(CANDIDATES)
                .bind("email", email)
                .map((row, _) -> new Candidate(
                        row.getObject("organization_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("password_hash"),
                        row.getBoolean("disabled")))
                .list());
    }

    private SignedIn begin(UUID organization, UUID agent) {
        Token token = Token.create(organization, random);
        Instant expires = clock.instant().plus(LIFETIME);
        database.useOrganization(
                organization,
                handle -> handle.createUpdate(BEGIN)
                        .bind("organization", organization)
                        .bind("id", UUID.randomUUID())
                        .bind("hash", token.hash())
                        .bind("agent", agent)
                        .bind("expires", expires)
                        .execute());
        return new SignedIn(token, find(token).orElseThrow());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("session", UUID.class),
                AgentTable.agent(row),
                row.getString("organization_name"),
                row.getTimestamp("expires_at").toInstant());
    }

    private record Candidate(UUID organization, UUID agent, String passwordHash, boolean disabled) {}
}
