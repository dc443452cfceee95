package io.chask.contact;

import io.chask.identity.Identity;
import io.chask.organization.Token;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The statements of one identification, within its transaction.
record IdentificationTable(Handle handle, UUID organization) {

    private static final String SAVE = """
            update visitor set verified_user_id = :userId, verified_at = now(), verified_claims = :claims,
              user_id = :userId, name = coalesce(:name, name), email = coalesce(:email, email),
              phone = coalesce(:phone, phone), avatar_url = coalesce(:avatarUrl, avatar_url),
              locale = coalesce(:claimedLocale, :locale, locale),
              last_seen_at = now(), api_key_id = :apiKey, user_agent = coalesce(:userAgent, user_agent),
              page_url = coalesce(:pageUrl, page_url),
              page_title = case when cast(:pageUrl as text) is null then page_title else :pageTitle end,
              page_referrer = case when cast(:pageUrl as text) is null then page_referrer else :pageReferrer end
            where organization_id = :organization and id = :id
            """;

    /// One identification of a person at a time; two persons seldom share a lock, and then only wait.
    void takeTurn(String userId) {
        handle.createQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:subject, 8))")
                .bind("subject", organization + "\n" + userId)
                .mapTo(int.class)
                .one();
    }

    /// The visitor whose anonymous token this is. FOR UPDATE: a lane that opens a conversation for him waits, and then
    /// opens it for his heir.
    Optional<FormerVisitor> lockFormer(Token token) {
        return handle.createQuery("""
                        select id, verified_user_id, merged_into from visitor
                        where organization_id = :organization and token_hash = :hash and ended_at is null
                          and (token_expires_at is null or token_expires_at > now()) for update
                        """)
                .bind("organization", organization)
                .bind("hash", token.hash())
                .map((row, _) -> new FormerVisitor(
                        row.getObject("id", UUID.class),
                        row.getString("verified_user_id"),
                        row.getObject("merged_into", UUID.class)))
                .findOne();
    }

    /// The person whom the organization knows by this id, alone at that moment.
    Optional<UUID> lock(String userId) {
        return handle.createQuery("""
                        select id from visitor where organization_id = :organization and verified_user_id = :userId
                        for no key update
                        """)
                .bind("organization", organization)
                .bind("userId", userId)
                .mapTo(UUID.class)
                .findOne();
    }

    UUID insert(Arrival arrival) {
        var id = UUID.randomUUID();
        handle.createUpdate("""
                        insert into visitor (organization_id, id, user_agent) values (:organization, :id, :userAgent)
                        """)
                .bind("organization", organization)
                .bind("id", id)
                .bind("userAgent", arrival.userAgent())
                .execute();
        return id;
    }

    /// Gives the conversations of one to the other; gives their number.
    long merge(UUID former, UUID contact) {
        handle.createUpdate("""
                        update visitor set merged_into = :contact where organization_id = :organization and id = :former
                        """)
                .bind("organization", organization)
                .bind("former", former)
                .bind("contact", contact)
                .execute();
        return handle.createQuery("select move_conversations(:organization, :former, :contact)")
                .bind("organization", organization)
                .bind("former", former)
                .bind("contact", contact)
                .mapTo(long.class)
                .one();
    }

    /// A request that is on its way with the old token still arrives.
    void expireToken(UUID former) {
        handle.createUpdate("""
                        update visitor set token_expires_at = now() + interval '60 seconds'
                        where organization_id = :organization and id = :former
                        """)
                .bind("organization", organization)
                .bind("former", former)
                .execute();
    }

    void save(UUID contact, Identity identity, Arrival arrival) {
        var claims = new LinkedHashMap<String, @Nullable String>();
        claims.put("name", identity.name());
        claims.put("email", identity.email());
        claims.put("phone", identity.phone());
        claims.put("avatarUrl", identity.avatarUrl());
        claims.put("locale", identity.locale());
        claims.values().removeIf(Objects::isNull);
        handle.createUpdate(SAVE)
                .bind("organization", organization)
                .bind("id", contact)
                .bind("userId", identity.userId())
                .bindArray("claims", String.class, claims.keySet().toArray())
                .bind("name", identity.name())
                .bind("email", identity.email())
                .bind("phone", identity.phone())
                .bind("avatarUrl", identity.avatarUrl())
                .bind("claimedLocale", identity.locale())
                .bind("locale", arrival.locale())
                .bind("apiKey", arrival.apiKey())
                .bind("userAgent", arrival.userAgent())
                .bind("pageUrl", arrival.page().url())
                .bind("pageTitle", arrival.page().title())
                .bind("pageReferrer", arrival.page().referrer())
                .execute();
    }

    boolean prolong(Token token, UUID contact, Instant end) {
        return handle.createUpdate("""
                                update visitor_session set expires_at = :end
                                where organization_id = :organization and token_hash = :hash and visitor_id = :contact
                                  and ended_at is null
                                """)
                        .bind("organization", organization)
                        .bind("hash", token.hash())
                        .bind("contact", contact)
                        .bind("end", Timestamp.from(end))
                        .execute()
                == 1;
    }

    void endSession(Token token) {
        handle.createQuery("""
                        select id from visitor_session
                        where organization_id = :organization and token_hash = :hash and ended_at is null
                        """)
                .bind("organization", organization)
                .bind("hash", token.hash())
                .mapTo(UUID.class)
                .findOne()
                .ifPresent(session -> Tokens.endSession(handle, organization, session));
    }

    void insertSession(Token token, UUID contact, Instant end, Arrival arrival) {
        handle.createUpdate("""
                        insert into visitor_session
                          (organization_id, id, visitor_id, token_hash, api_key_id, expires_at)
                        values (:organization, :id, :contact, :hash, :apiKey, :end)
                        """)
                .bind("organization", organization)
                .bind("id", UUID.randomUUID())
                .bind("contact", contact)
                .bind("hash", token.hash())
                .bind("apiKey", arrival.apiKey())
                .bind("end", Timestamp.from(end))
                .execute();
    }
}
