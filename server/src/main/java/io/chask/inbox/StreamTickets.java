package io.chask.inbox;

import io.chask.database.Database;
import io.chask.organization.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Tickets that open one stream of an agent within thirty seconds: the console's script never sees the session's token.
final class StreamTickets {

    /// Tells a ticket from a visitor's token.
    static final String PREFIX = "ticket.";

    private static final Duration LIFETIME = Duration.ofSeconds(30);

    /// So long a late comer is told that his ticket has expired; then it is as unknown as any.
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final String ISSUE = """
            insert into stream_ticket (organization_id, hash, agent_id, session_id, expires_at)
            values (:organization, :hash, :agent, :session, :expires)
            """;

    private static final String EXPIRED = """
            delete from stream_ticket where organization_id = :organization and expires_at < :forgotten
            """;

    /// Used once: whoever deletes the row has it. The rule of a second factor may be younger than the ticket.
    private static final String REDEEM = """
            delete from stream_ticket t using agent_session s, agent a, organization o
            where t.organization_id = :organization and t.hash = :hash
              and s.organization_id = t.organization_id and s.id = t.session_id
              and a.organization_id = t.organization_id and a.id = t.agent_id and a.disabled_at is null
              and o.organization_id = t.organization_id and (not o.require_second_factor or exists (
                select from agent_totp f where f.organization_id = a.organization_id and f.agent_id = a.id
                  and f.confirmed_at is not null))
            returning t.agent_id, t.session_id, a.name, least(t.expires_at, s.expires_at) > :now as valid
            """;

    private final Database database;
    private final RandomGenerator random;
    private final Clock clock;

    /// Tickets in this database.
    ///
    /// @param random a cryptographic source
    StreamTickets(Database database, RandomGenerator random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /// A ticket as it travels.
    record Ticket(String text, Instant expiresAt) {}

    /// What a ticket is worth.
    sealed interface Redemption {}

    /// Whose ticket it was.
    record Holder(UUID organization, UUID agent, UUID session, String name) implements Redemption {}

    /// It, or the session it was made in, is too old.
    record Expired() implements Redemption {}

    /// It was never made here, was used before, or its session has ended or may open no stream any more.
    record Unknown() implements Redemption {}

    /// A new ticket for an agent's session. Blocks.
    Ticket issue(UUID organization, UUID agent, UUID session) {
        var token = Token.create(organization, random);
        var now = clock.instant();
        var expires = now.plus(LIFETIME);
        database.useOrganization(organization, handle -> {
            handle.createUpdate(EXPIRED)
                    .bind("organization", organization)
                    .bind("forgotten", Timestamp.from(now.minus(REMEMBERED)))
                    .execute();
            handle.createUpdate(ISSUE)
                    .bind("organization", organization)
                    .bind("hash", token.hash())
                    .bind("agent", agent)
                    .bind("session", session)
                    .bind("expires", Timestamp.from(expires))
                    .execute();
        });
        return new Ticket(PREFIX + token.text(), expires);
    }

    /// Takes a ticket. Blocks.
    Redemption redeem(String text) {
        return Optional.of(text)
                .filter(ticket -> ticket.startsWith(PREFIX))
                .flatMap(ticket -> Token.parse(ticket.substring(PREFIX.length())))
                .flatMap(this::redeem)
                .orElseGet(Unknown::new);
    }

    private Optional<Redemption> redeem(Token token) {
        return database.inOrganization(
                token.organization(),
                handle -> handle.createQuery(REDEEM)
                        .bind("organization", token.organization())
                        .bind("hash", token.hash())
                        .bind("now", Timestamp.from(clock.instant()))
                        .<Redemption>map((row, _) -> redemption(token.organization(), row))
                        .findOne());
    }

    private static Redemption redemption(UUID organization, ResultSet row) throws SQLException {
        return row.getBoolean("valid")
                ? new Holder(
                        organization,
                        row.getObject("agent_id", UUID.class),
                        row.getObject("session_id", UUID.class),
                        row.getString("name"))
                : new Expired();
    }
}
