package io.chask.settings;

import io.chask.api.AgentAccess;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.organization.Organizations;
import io.chask.organization.Profile;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an organization says of itself: its name, its languages, its time zone, its hours.
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
            @Nullable String timeZone,
            @Nullable HoursBody hours,
            boolean open,
            @Nullable Instant changesAt) {}

    record Wish(
            @Nullable String name,
            @Nullable List<String> locales,
            @Nullable String timeZone,
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
        var zone = wish.timeZone() == null && wish.hours() == null ? null : zone(wish.timeZone());
        return Members.checked(() -> new Profile(
                Members.storable("name", wish.name()),
                Members.given("locales", wish.locales()),
                zone,
                zone == null || wish.hours() == null ? null : wish.hours().hours(zone)));
    }

    private static ZoneId zone(@Nullable String name) {
        // An offset such as +02:00 is no place: its clocks are never set forward or back.
        if (name == null || !ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Refused(Problem.field("timeZone", "must be a time zone such as America/Lima"));
        }
        return ZoneId.of(name);
    }

    private Response body(UUID id) {
        var tenant = Members.tenant(organizations, id);
        var organization = tenant.organization();
        var hours = organization.hours();
        var zone = organization.zone();
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
                        zone == null ? null : zone.getId(),
                        HoursBody.of(hours),
                        open,
                        next));
    }
}
