package io.chask.contact;

import io.chask.database.Database;
import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import io.chask.organization.Token;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The visitors of organizations. All methods block.
public final class Visitors {

    private static final String AUTHENTICATE = """
            select v.* from visitor v
            left join api_key k on k.organization_id = v.organization_id and k.id = v.api_key_id
            where v.organization_id = :organization and v.token_hash = :hash and v.ended_at is null
              and k.revoked_at is null
            """;

    private static final String SEEN = """
            update visitor set last_seen_at = now(), api_key_id = :apiKey,
              locale = coalesce(:locale, locale),
              page_url = coalesce(:pageUrl, page_url),
              page_title = coalesce(:pageTitle, page_title),
              page_referrer = coalesce(:pageReferrer, page_referrer)
            where organization_id = :organization and token_hash = :hash and ended_at is null
            returning *
            """;

    private static final String FIND = """
            select * from visitor where organization_id = :organization and id = any(:ids)
            """;

    private static final String LOCK = """
            select * from visitor where organization_id = :organization and id = :id for update
            """;

    private static final String CHANGE = """
            update visitor set user_id = :userId, name = :name, email = :email, phone = :phone, avatar_url = :avatarUrl,
              company_id = :companyId, company_name = :companyName, locale = :locale, user_created_at = :createdAt,
              attributes = cast(:attributes as jsonb), last_seen_at = now()
            where organization_id = :organization and id = :id
            returning *
            """;

    private static final String END = """
            update visitor set ended_at = now()
            where organization_id = :organization and id = :id and ended_at is null
            """;

    private final Database database;

    public Visitors(Database database) {
        this.database = database;
    }

    /// Whose token this is; empty when it is unknown, was ended, or came by a key that is revoked.
    public Optional<Visitor> authenticate(Token token) {
        return database.inOrganization(
                token.organization(),
                handle -> handle.createQuery(AUTHENTICATE)
                        .bind("organization", token.organization())
                        .bind("hash", token.hash())
                        .map((row, _) -> VisitorRow.read(row))
                        .findOne());
    }

    /// Whose token this is, noting where he was seen; empty when it is unknown or was ended.
    public Optional<Visitor> seen(Token token, Arrival arrival) {
        return database.inOrganization(
                token.organization(),
                handle -> handle.createQuery(SEEN)
                        .bind("organization", token.organization())
                        .bind("hash", token.hash())
                        .bind("apiKey", arrival.apiKey())
                        .bind("locale", arrival.locale())
                        .bind("pageUrl", arrival.page().url())
                        .bind("pageTitle", arrival.page().title())
                        .bind("pageReferrer", arrival.page().referrer())
                        .map((row, _) -> VisitorRow.read(row))
                        .findOne());
    }

    /// The visitors of these ids, by id; unknown ones are absent.
    public Map<UUID, Visitor> find(UUID organization, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.inOrganization(
                organization,
                handle -> handle
                        .createQuery(FIND)
                        .bind("organization", organization)
                        .bindArray("ids", UUID.class, ids.toArray())
                        .map((row, _) -> VisitorRow.read(row))
                        .stream()
                        .collect(Collectors.toMap(Visitor::id, Function.identity())));
    }

    /// Changes what is known of a visitor, alone at that moment; empty when there is no such one.
    public Optional<Visitor> change(UUID organization, UUID id, UnaryOperator<Person> change) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(LOCK)
                        .bind("organization", organization)
                        .bind("id", id)
                        .map((row, _) -> VisitorRow.read(row))
                        .findOne()
                        .map(visitor -> save(handle, visitor, change.apply(visitor.person()))));
    }

    private static Visitor save(Handle handle, Visitor visitor, Person person) {
        var company = person.company() == null ? new Company(null, null) : person.company();
        return handle.createQuery(CHANGE)
                .bind("organization", visitor.organization())
                .bind("id", visitor.id())
                .bind("userId", person.userId())
                .bind("name", person.name())
                .bind("email", person.email())
                .bind("phone", person.phone())
                .bind("avatarUrl", person.avatarUrl())
                .bind("companyId", company.id())
                .bind("companyName", company.name())
                .bind("locale", person.locale())
                .bind("createdAt", timestamp(person))
                .bind("attributes", AttributesJson.write(person.attributes()))
                .map((row, _) -> VisitorRow.read(row))
                .one();
    }

    private static @Nullable Timestamp timestamp(Person person) {
        return person.createdAt() == null ? null : Timestamp.from(person.createdAt());
    }

    /// Makes a visitor's token worthless, on every node.
    public void end(UUID organization, UUID id) {
        database.useOrganization(organization, handle -> {
            int ended = handle.createUpdate(END)
                    .bind("organization", organization)
                    .bind("id", id)
                    .execute();
            if (ended == 1) {
                Revocations.record(handle, organization, Kind.VISITOR, id);
            }
        });
    }
}
