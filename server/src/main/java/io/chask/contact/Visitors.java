package io.chask.contact;

import io.chask.database.Database;
import io.chask.organization.Token;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    private static final String SEEN = """
            update visitor set last_seen_at = now(), api_key_id = :apiKey,
              locale = coalesce(:locale, locale), user_agent = coalesce(:userAgent, user_agent),
              page_url = coalesce(:pageUrl, page_url),
              page_title = case when cast(:pageUrl as text) is null then page_title else :pageTitle end,
              page_referrer = case when cast(:pageUrl as text) is null then page_referrer else :pageReferrer end
            where organization_id = :organization and id = :id
            returning *
            """;

    private static final String MOVED = """
            update visitor set last_seen_at = now(), page_url = :url, page_title = :title
            where organization_id = :organization and id = :id
            """;

    private static final String FIND = """
            select * from visitor where organization_id = :organization and id = any(:ids)
            """;

    // No stronger: a lane that opens a conversation for him does not wait.
    private static final String LOCK = """
            select * from visitor where organization_id = :organization and id = :id for no key update
            """;

    private static final String CHANGE = """
            update visitor set user_id = :userId, name = :name, email = :email, phone = :phone, avatar_url = :avatarUrl,
              company_id = :companyId, company_name = :companyName, locale = :locale, user_created_at = :createdAt,
              attributes = cast(:attributes as jsonb), last_seen_at = now()
            where organization_id = :organization and id = :id
            returning *
            """;

    private final Database database;
    private final DescriptionListener listener;

    public Visitors(Database database, DescriptionListener listener) {
        this.database = database;
        this.listener = listener;
    }

    private record Changed(Visitor visitor, List<UUID> outdated) {}

    /// What they have done.
    public VisitorHistory history() {
        return new VisitorHistory(database);
    }

    /// Whose token this is.
    public Holder authenticate(Token token) {
        return database.inOrganization(token.organization(), handle -> Tokens.holder(handle, token));
    }

    /// Whose token this is, noting where he was seen.
    public Holder seen(Token token, Arrival arrival) {
        return database.inOrganization(token.organization(), handle -> switch (Tokens.holder(handle, token)) {
            case Holder.Known(Visitor visitor, var device) -> {
                if (device != null) {
                    Tokens.usedWith(handle, visitor.organization(), device, arrival.apiKey());
                }
                yield new Holder.Known(seen(handle, visitor, arrival), device);
            }
            case Holder.Expired expired -> expired;
            case Holder.Unknown unknown -> unknown;
        });
    }

    /// Title and referrer are those of the address, also where it has none: one of another visit would be a lie beside
    /// it.
    private static Visitor seen(Handle handle, Visitor visitor, Arrival arrival) {
        return handle.createQuery(SEEN)
                .bind("organization", visitor.organization())
                .bind("id", visitor.id())
                .bind("apiKey", arrival.apiKey())
                .bind("locale", arrival.locale())
                .bind("userAgent", arrival.userAgent())
                .bind("pageUrl", arrival.page().url())
                .bind("pageTitle", arrival.page().title())
                .bind("pageReferrer", arrival.page().referrer())
                .map((row, _) -> VisitorRow.read(row))
                .one();
    }

    /// He has gone on to another page of the same site, whose address became another without a page being loaded: where
    /// he
    /// came from stays.
    public void moved(UUID organization, UUID id, Page page) {
        database.useOrganization(organization, handle -> {
            handle.createUpdate(MOVED)
                    .bind("organization", organization)
                    .bind("id", id)
                    .bind("url", page.url())
                    .bind("title", page.title())
                    .execute();
            new Doings(handle, organization).met(id, page);
        });
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
        Optional<Changed> changed = database.inOrganization(
                organization,
                handle -> handle.createQuery(LOCK)
                        .bind("organization", organization)
                        .bind("id", id)
                        .map((row, _) -> VisitorRow.read(row))
                        .findOne()
                        .map(visitor -> changed(handle, visitor, change.apply(visitor.person()))));
        changed.ifPresent(
                each -> each.outdated().forEach(conversation -> listener.changed(organization, conversation)));
        return changed.map(Changed::visitor);
    }

    private static Changed changed(Handle handle, Visitor before, Person person) {
        var after = save(handle, before, person);
        if (Doings.identifies(before.person(), person)) {
            new Doings(handle, before.organization()).identified(before.id());
        }
        boolean differ = Descriptions.differ(before.person(), after.person());
        var outdated = new Descriptions(handle, before.organization())
                .outdate(differ ? List.of(before.id()) : List.<UUID>of());
        return new Changed(after, outdated);
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

    /// Makes a token worthless, on every node.
    public void end(Holder.Known holder) {
        var organization = holder.visitor().organization();
        database.useOrganization(organization, handle -> Tokens.end(handle, holder));
    }

    /// When a session ends; empty when it has ended.
    public Optional<Instant> expiry(UUID organization, UUID session) {
        return database.inOrganization(organization, handle -> Tokens.expiry(handle, organization, session));
    }
}
