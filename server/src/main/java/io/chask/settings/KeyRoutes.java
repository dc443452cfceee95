package io.chask.settings;

import io.chask.api.AgentAccess;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.organization.ApiKey;
import io.chask.organization.ApiKeys;
import io.chask.organization.Organizations;
import io.chask.organization.Origin;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Publishable keys, and the origins whose pages may show the chat with them.
final class KeyRoutes {

    private static final int MOST_ORIGINS = 100;
    private static final int LONGEST = 300;

    private final AgentAccess access;
    private final Organizations organizations;
    private final ApiKeys keys;
    private final Clock clock;

    KeyRoutes(AgentAccess access, Organizations organizations, Clock clock) {
        this.access = access;
        this.organizations = organizations;
        this.keys = organizations.keys();
        this.clock = clock;
    }

    record KeyBody(
            UUID id,
            String value,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant retiresAt) {

        static KeyBody of(ApiKey key) {
            return new KeyBody(key.id(), key.value(), key.createdAt(), key.lastUsedAt(), key.retiresAt());
        }
    }

    record Body(UUID organizationId, List<KeyBody> keys, List<String> origins) {}

    record NewKey(@Nullable String replaces, @Nullable Long graceSeconds) {}

    record Retirement(@Nullable Long graceSeconds) {}

    record OriginsBody(List<String> origins) {}

    record OriginsChange(
            @Nullable List<String> add, @Nullable List<String> remove) {}

    /// `GET /v1/settings/keys`
    Response list(Request request) {
        var id = access.admin(request).session().agent().organization();
        var tenant = Members.tenant(organizations, id);
        var valid = tenant.keys().stream()
                .filter(key -> key.revokedAt() == null)
                .map(KeyBody::of)
                .toList();
        return Response.json(200, new Body(id, valid, sorted(tenant.origins())));
    }

    /// `POST /v1/settings/keys`
    Response add(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var body = request.json(NewKey.class);
        var now = clock.instant();
        if (body.replaces() == null) {
            return keys.add(organization, entry.actor(), now)
                    .map(key -> Response.json(201, KeyBody.of(key)))
                    .orElseThrow(KeyRoutes::full);
        }
        var old = valid(organization, Uuids.parse(body.replaces()));
        return keys.replace(organization, old, grace(body.graceSeconds()), entry.actor(), now)
                .map(key -> Response.json(201, KeyBody.of(key)))
                .orElseThrow(KeyRoutes::full);
    }

    private UUID valid(UUID organization, @Nullable UUID key) {
        return Members.tenant(organizations, organization).keys().stream()
                .filter(known -> known.revokedAt() == null && known.id().equals(key))
                .map(ApiKey::id)
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.field("replaces", "is no valid key of the organization")));
    }

    private static Refused full() {
        return new Refused(Reason.TOO_MANY_KEYS, ApiKeys.MOST + " keys are valid; revoke one of them first.");
    }

    /// `PUT /v1/settings/keys/{id}/retirement`
    Response retire(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var grace = grace(request.json(Retirement.class).graceSeconds());
        return done(keys.retire(organization, request.pathId("id"), grace, entry.actor(), clock.instant()));
    }

    /// `DELETE /v1/settings/keys/{id}/retirement`
    Response keep(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        return done(keys.keep(organization, request.pathId("id"), entry.actor(), clock.instant()));
    }

    /// `DELETE /v1/settings/keys/{id}`
    Response revoke(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        return done(keys.revoke(organization, request.pathId("id"), entry.actor(), clock.instant()));
    }

    private static Response done(boolean known) {
        if (!known) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return Response.empty(204);
    }

    private static Duration grace(@Nullable Long seconds) {
        long given = Members.given("graceSeconds", seconds);
        if (given < 0 || given > ApiKeys.LONGEST_GRACE.toSeconds()) {
            throw new Refused(
                    Problem.field("graceSeconds", "must be 0 to " + ApiKeys.LONGEST_GRACE.toSeconds() + " seconds"));
        }
        return Duration.ofSeconds(given);
    }

    /// `PATCH /v1/settings/origins`
    Response changeOrigins(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var change = request.json(OriginsChange.class);
        var added = origins("add", change.add());
        var removed = origins("remove", change.remove());
        var now = organizations.changeOrigins(organization, added, removed, entry.actor(), clock.instant());
        return Response.json(200, new OriginsBody(sorted(now)));
    }

    private static List<Origin> origins(String field, @Nullable List<String> texts) {
        var given = texts == null ? List.<String>of() : texts;
        if (given.size() > MOST_ORIGINS) {
            throw new Refused(Problem.field(field, "must be at most " + MOST_ORIGINS));
        }
        return given.stream().map(text -> origin(field, text)).toList();
    }

    private static Origin origin(String field, String text) {
        return Origin.parseAllowed(text.substring(0, Math.min(text.length(), LONGEST)))
                .orElseThrow(() -> new Refused(Problem.field(
                        field, "must be http or https addresses; only a loopback host may have the port *")));
    }

    private static List<String> sorted(Collection<Origin> origins) {
        return origins.stream().map(Origin::value).sorted().toList();
    }
}
