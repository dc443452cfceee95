package io.chask.account;

import io.chask.account.RefusedSignIns.Target;
import io.chask.account.RefusedSignIns.Why;
import io.chask.account.SignIn.AgentDisabled;
import io.chask.account.SignIn.CodeInvalid;
import io.chask.account.SignIn.CodeMissing;
import io.chask.account.SignIn.CredentialsInvalid;
import io.chask.account.SignIn.SignedIn;
import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import io.chask.organization.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// Signing in and out, and who a token is. All methods block.
public final class Sessions {

    /// How long a session lasts at most.
    public static final Duration LIFETIME = Duration.ofDays(30);

    /// How long a session lasts that nobody uses.
    public static final Duration IDLE = Duration.ofDays(7);

    /// A session's last use is written down when the one before is this old.
    private static final Duration COARSE = Duration.ofMinutes(1);

    private static final String CANDIDATES =
            "select organization_id, id, password_hash, disabled from sign_in_candidates(:email)";

    private final Database database;
    private final PasswordHasher passwords;
    private final RandomGenerator random;
    private final Clock clock;
    private final RefusedSignIns refused;
    private final String hashOfNobody;

    /// @param random a cryptographic source, for tokens
    public Sessions(
            Database database, PasswordHasher passwords, RandomGenerator random, Clock clock, RefusedSignIns refused) {
        this.database = database;
        this.passwords = passwords;
        this.random = random;
        this.clock = clock;
        this.refused = refused;
        this.hashOfNobody = passwords.ofNobody();
    }

    /// Begins a session. An e-mail address may belong to agents of several organizations; the password decides, the
    /// newest agent first. An unknown address takes as long as a wrong password.
    public SignIn signIn(Credentials credentials, Device device) {
        List<Candidate> candidates = candidates(credentials.email().strip());
        if (candidates.isEmpty()) {
            passwords.matches(credentials.password(), hashOfNobody);
            return new CredentialsInvalid();
        }
        List<Candidate> right = candidates.stream()
                .filter(candidate -> passwords.matches(credentials.password(), candidate.passwordHash))
                .toList();
        if (right.isEmpty()) {
            refused.note(() -> targets(candidates), Why.PASSWORD);
            return new CredentialsInvalid();
        }
        return right.stream()
                .filter(candidate -> !candidate.disabled)
                .findFirst()
                .map(candidate -> secondStep(candidate, credentials.code(), device))
                .orElseGet(() -> {
                    refused.note(() -> targets(right), Why.DISABLED);
                    return new AgentDisabled();
                });
    }

    /// An attempt was refused unseen, for there were too many. To be told once for many such attempts.
    public void throttled(String email) {
        refused.note(() -> targets(candidates(email.strip())), Why.TOO_MANY);
    }

    private static List<Target> targets(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> new Target(candidate.organization, candidate.agent))
                .toList();
    }

    private SignIn secondStep(Candidate candidate, String code, Device device) {
        var now = clock.instant();
        return database.inOrganization(candidate.organization, handle -> {
            var agent = AgentTable.find(handle, candidate.organization, candidate.agent)
                    .orElseThrow();
            if (!SecondFactorTable.enabled(handle, candidate.organization, candidate.agent)) {
                return begin(handle, agent, device, "password");
            }
            if (code.isBlank()) {
                return new CodeMissing();
            }
            if (!SecondFactorTable.take(handle, agent, code, true, now)) {
                refused.note(() -> targets(List.of(candidate)), Why.CODE);
                return new CodeInvalid();
            }
            return begin(handle, agent, device, "password, code");
        });
    }

    /// A session for an agent who has just proven who he is in another way, such as by an invitation.
    SignedIn begin(Handle handle, Agent agent, Device device, String by) {
        Token token = Token.create(agent.organization(), random);
        var now = clock.instant();
        SessionTable.begin(handle, token, agent.id(), device, now);
        append(handle, agent, Action.SESSION_STARTED, Actor.agent(agent.id()), Map.of("by", by));
        return new SignedIn(token, SessionTable.find(handle, token).orElseThrow());
    }

    /// Who this token is.
    public Authentication authenticate(Token token) {
        return find(token).<Authentication>map(this::judged).orElseGet(Authentication.Unknown::new);
    }

    private Authentication judged(Session session) {
        var now = clock.instant();
        if (!end(session.expiresAt(), session.lastSeenAt()).isAfter(now)) {
            return new Authentication.Expired();
        }
        if (session.lastSeenAt().plus(COARSE).isBefore(now)) {
            database.useOrganization(session.agent().organization(), handle -> SessionTable.seen(handle, session, now));
        }
        return new Authentication.Known(session);
    }

    /// When a session ends, unless a request is made with it before; empty when there is none any more, or it may open
    /// no stream. A stream that is only open does not use its session.
    public Optional<Instant> endsAt(UUID organization, UUID session) {
        return database.inOrganization(organization, handle -> SessionTable.endsAt(handle, organization, session));
    }

    static Instant end(Instant expiresAt, Instant lastSeenAt) {
        var idle = lastSeenAt.plus(IDLE);
        return idle.isBefore(expiresAt) ? idle : expiresAt;
    }

    private Optional<Session> find(Token token) {
        return database.inOrganization(token.organization(), handle -> SessionTable.find(handle, token));
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

    /// A session as its owner sees it.
    public record Listed(UUID id, Instant createdAt, Instant lastSeenAt, Device device) {}

    /// An agent's sessions that count, the last used first.
    public List<Listed> list(Agent agent) {
        var now = clock.instant();
        return database.inOrganization(
                agent.organization(),
                handle -> handle.createQuery("""
                        select id, created_at, last_seen_at, coalesce(address, '') as address,
                          coalesce(user_agent, '') as user_agent
                        from agent_session where organization_id = :organization and agent_id = :agent
                          and expires_at > :now and last_seen_at > :idle
                        order by last_seen_at desc, id
                        """)
                        .bind("organization", agent.organization())
                        .bind("agent", agent.id())
                        .bind("now", now)
                        .bind("idle", now.minus(IDLE))
                        .map((row, _) -> new Listed(
                                row.getObject("id", UUID.class),
                                row.getTimestamp("created_at").toInstant(),
                                row.getTimestamp("last_seen_at").toInstant(),
                                new Device(row.getString("address"), row.getString("user_agent"))))
                        .list());
    }

    /// Ends one of an agent's own sessions; false when he has no such one.
    public boolean end(Agent agent, UUID session) {
        return database.inOrganization(agent.organization(), handle -> {
            boolean ended = SessionTable.end(handle, agent.organization(), agent.id(), session);
            if (ended) {
                append(handle, agent, Action.SESSION_ENDED, Actor.agent(agent.id()), Map.of());
            }
            return ended;
        });
    }

    /// Ends all of an agent's sessions but this one.
    public void endOthers(Session own) {
        database.useOrganization(own.agent().organization(), handle -> {
            if (SessionTable.endOthers(handle, own) > 0) {
                append(
                        handle,
                        own.agent(),
                        Action.SESSION_ENDED,
                        Actor.agent(own.agent().id()),
                        Map.of());
            }
        });
    }

    private void append(Handle handle, Agent agent, Action action, Actor by, Map<String, String> details) {
        var entry = new AuditEntry(agent.organization(), by, action, Subject.agent(agent.id()), details);
        AuditLog.append(handle, entry, clock.instant());
    }

    private List<Candidate> candidates(String email) {
        // The database refuses a text with such a character, and nobody's address has one.
        if (email.indexOf('\0') >= 0) {
            return List.of();
        }
        return database.outsideOrganizations(handle -> handle.createQuery(CANDIDATES)
                .bind("email", email)
                .map((row, _) -> new Candidate(
                        row.getObject("organization_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("password_hash"),
                        row.getBoolean("disabled")))
                .list());
    }

    private record Candidate(UUID organization, UUID agent, String passwordHash, boolean disabled) {}
}
