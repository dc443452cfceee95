package io.chask.settings;

import io.chask.api.AgentAccess;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.organization.Organizations;
import io.chask.organization.Profile;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an organization says of itself: its name, its languages, its hours.
final class OrganizationRoutes {

    /// Days that are looked ahead for the next opening: more than any holidays.
    private static final int DAYS = 60;

    private final AgentAccess access;
    private final Organizations organizations;
    private final Clock clock;

    OrganizationRoutes(AgentAccess access, Organizations organizations, Clock clock) {
        this.access = access;
        this.organizations = organizations;
        this.clock = clock;
    }

    record Body(
            UUID id,
            String name,
            List<String> locales,
            @Nullable HoursBody hours,
            boolean open,
            @Nullable Instant changesAt) {}

    record Wish(
            @Nullable String name,
            @Nullable List<String> locales,
            @Nullable HoursBody hours) {}

    /// `GET /v1/settings/organization`
    Response get(Request request) {
        return body(access.admin(request).session().agent().organization());
    }

    /// `PUT /v1/settings/organization`
    Response put(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        organizations.change(organization, profile(request.json(Wish.class)), entry.actor(), clock.instant());
        return body(organization);
    }

    private static Profile profile(Wish wish) {
        return Members.checked(() -> new Profile(
                Members.storable("name", wish.name()),
                Members.strings("locales", wish.locales()),
                wish.hours() == null ? null : wish.hours().hours()));
    }

    private Response body(UUID id) {
        var tenant = Members.tenant(organizations, id);
        var organization = tenant.organization();
        var hours = organization.hours();
        var now = clock.instant();
        boolean open = hours == null || hours.isOpen(now);
        var next = hours == null
                ? null
                : hours.openings(now, DAYS).stream()
                        .findFirst()
                        .map(opening -> open ? opening.to() : opening.from())
                        .orElse(null);
        return Response.json(
                200,
                new Body(
                        organization.id(),
                        organization.name(),
                        tenant.settings().locales(),
                        HoursBody.of(hours),
                        open,
                        next));
    }
}
