package io.chask.contact;

import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import io.chask.organization.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The tokens of visitors: an anonymous one's stands in his own row, a verified one has a session for each device.
final class Tokens {

    private static final String OF_VISITOR = """
            select v.*, coalesce(v.token_expires_at <= now(), false) as expired from visitor v
            left join api_key k on k.organization_id = v.organization_id and k.id = v.api_key_id
            where v.organization_id = :organization and v.token_hash = :hash and v.ended_at is null
              and k.revoked_at is null
            """;

    private static final String OF_SESSION = """
            select v.*, s.id as session_id, s.expires_at, s.expires_at <= now() as expired from visitor_session s
            join visitor v on v.organization_id = s.organization_id and v.id = s.visitor_id
            left join api_key k on k.organization_id = s.organization_id and k.id = s.api_key_id
            where s.organization_id = :organization and s.token_hash = :hash and s.ended_at is null
              and k.revoked_at is null
            """;

    private static final String VISITOR = """
            select * from visitor where organization_id = :organization and id = :id
            """;

    private static final String END_VISITOR = """
            update visitor set ended_at = now()
            where organization_id = :organization and id = :id and ended_at is null
            """;

    private static final String END_SESSION = """
            update visitor_session set ended_at = now()
            where organization_id = :organization and id = :id and ended_at is null
            """;

    /// A logout within the minute in which the token before still leads here.
    private static final String END_FORMER = """
            update visitor set token_expires_at = now()
            where organization_id = :organization and (id = :id or merged_into = :id) and token_expires_at > now()
            """;

    private Tokens() {}

    static Holder holder(Handle handle, Token token) {
        return handle.createQuery(OF_VISITOR)
                .bind("organization", token.organization())
                .bind("hash", token.hash())
                .map((row, _) -> ofVisitor(handle, row))
                .findOne()
                .or(() -> handle.createQuery(OF_SESSION)
                        .bind("organization", token.organization())
                        .bind("hash", token.hash())
                        .map((row, _) -> ofSession(row))
                        .findOne())
                .orElseGet(Holder.Unknown::new);
    }

    private static Holder ofVisitor(Handle handle, ResultSet row) throws SQLException {
        if (row.getBoolean("expired")) {
            return new Holder.Expired();
        }
        var visitor = VisitorRow.read(row);
        var heir = row.getObject("merged_into", UUID.class);
        return new Holder.Known(heir == null ? visitor : visitor(handle, visitor.organization(), heir), null);
    }

    private static Holder ofSession(ResultSet row) throws SQLException {
        return row.getBoolean("expired")
                ? new Holder.Expired()
                : new Holder.Known(
                        VisitorRow.read(row),
                        new Device(
                                row.getObject("session_id", UUID.class),
                                row.getTimestamp("expires_at").toInstant()));
    }

    static Visitor visitor(Handle handle, UUID organization, UUID id) {
        return handle.createQuery(VISITOR)
                .bind("organization", organization)
                .bind("id", id)
                .map((row, _) -> VisitorRow.read(row))
                .one();
    }

    static void usedWith(Handle handle, UUID organization, Device device, UUID apiKey) {
        handle.createUpdate("""
                        update visitor_session set api_key_id = :apiKey
                        where organization_id = :organization and id = :id and api_key_id is distinct from :apiKey
                        """)
                .bind("organization", organization)
                .bind("id", device.session())
                .bind("apiKey", apiKey)
                .execute();
    }

    static void end(Handle handle, Holder.Known holder) {
        var visitor = holder.visitor();
        var device = holder.device();
        if (device != null) {
            endSession(handle, visitor.organization(), device.session());
        }
        if (device != null || visitor.verification() != null) {
            run(handle, END_FORMER, visitor.organization(), visitor.id());
        } else if (run(handle, END_VISITOR, visitor.organization(), visitor.id()) == 1) {
            Revocations.record(handle, visitor.organization(), Kind.VISITOR, visitor.id());
        }
    }

    static void endSession(Handle handle, UUID organization, UUID session) {
        if (run(handle, END_SESSION, organization, session) == 1) {
            Revocations.record(handle, organization, Kind.SESSION, session);
        }
    }

    private static int run(Handle handle, String sql, UUID organization, UUID id) {
        return handle.createUpdate(sql)
                .bind("organization", organization)
                .bind("id", id)
                .execute();
    }

    static Optional<Instant> expiry(Handle handle, UUID organization, UUID session) {
        return handle.createQuery("""
                        select expires_at from visitor_session
                        where organization_id = :organization and id = :id and ended_at is null
                        """)
                .bind("organization", organization)
                .bind("id", session)
                .mapTo(Instant.class)
                .findOne();
    }
}
