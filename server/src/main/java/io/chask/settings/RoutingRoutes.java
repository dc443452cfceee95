package io.chask.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chask.api.AgentAccess;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.routing.RoutingSettings;
import io.chask.routing.RoutingSettings.Mode;
import io.chask.wire.Reason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How conversations are given out, and how many each agent takes.
final class RoutingRoutes {

    private final AgentAccess access;
    private final SettingsEndpoints.Routing routing;

    RoutingRoutes(AgentAccess access, SettingsEndpoints.Routing routing) {
        this.access = access;
        this.routing = routing;
    }

    record Capacity(UUID agent, int capacity) {}

    /// `giveBackAfterMinutes` is there even when it is null: that means never.
    record Body(
            String mode,
            int capacity,
            int awayAfterMinutes,
            @JsonInclude @Nullable Integer giveBackAfterMinutes,
            List<Capacity> capacities) {}

    record Wish(
            @Nullable String mode,
            @Nullable Integer capacity,
            @Nullable Integer awayAfterMinutes,
            @Nullable Integer giveBackAfterMinutes) {}

    record CapacityWish(@Nullable Integer capacity) {}

    /// `GET /v1/settings/routing`
    Response get(Request request) {
        return body(access.admin(request).session().agent().organization());
    }

    /// `PUT /v1/settings/routing`
    Response put(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var wish = settings(request.json(Wish.class));
        routing.table()
                .change(organization, wish, entry.actor(), routing.clock().instant());
        routing.changed().accept(organization);
        return body(organization);
    }

    private Response body(UUID organization) {
        var settings = routing.table().read(organization);
        var capacities = routing.table().capacities(organization).entrySet().stream()
                .map(each -> new Capacity(each.getKey(), each.getValue()))
                .toList();
        return Response.json(
                200,
                new Body(
                        settings.mode().code(),
                        settings.capacity(),
                        settings.awayAfterMinutes(),
                        settings.giveBackAfterMinutes(),
                        capacities));
    }

    private static RoutingSettings settings(Wish wish) {
        var mode = Mode.of(given("mode", wish.mode()))
                .orElseThrow(() -> new Refused(Problem.field("mode", "must be manual or least_loaded")));
        var giveBack = wish.giveBackAfterMinutes();
        return new RoutingSettings(
                mode,
                within("capacity", given("capacity", wish.capacity()), 0, RoutingSettings.MAX_CAPACITY),
                within(
                        "awayAfterMinutes",
                        given("awayAfterMinutes", wish.awayAfterMinutes()),
                        1,
                        RoutingSettings.MAX_AWAY),
                giveBack == null ? null : within("giveBackAfterMinutes", giveBack, 1, RoutingSettings.MAX_GIVE_BACK));
    }

    private static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new Refused(Problem.field(name, "is missing"));
        }
        return value;
    }

    private static int within(String name, int number, int least, int most) {
        if (number < least || number > most) {
            throw new Refused(Problem.field(name, "must be from " + least + " to " + most));
        }
        return number;
    }

    /// `PUT /v1/team/{id}/capacity`
    Response capacity(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var agent = request.pathId("id");
        var wish = request.json(CapacityWish.class).capacity();
        var capacity = wish == null ? null : within("capacity", wish, 0, RoutingSettings.MAX_CAPACITY);
        var at = routing.clock().instant();
        if (!routing.table().changeCapacity(organization, agent, capacity, entry.actor(), at)) {
            throw new Refused(Reason.NOT_FOUND);
        }
        routing.changed().accept(organization);
        return Response.empty(204);
    }
}
