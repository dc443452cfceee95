package io.chask.inbox;

import io.chask.api.AgentAccess;
import io.chask.desk.SavedFilter;
import io.chask.desk.SavedFilter.View;
import io.chask.desk.SavedFilters;
import io.chask.desk.SavedFilters.Owner;
import io.chask.desk.TagName;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What an agent has kept of his views: his own affair, on every browser.
final class FilterRoutes {

    private final AgentAccess access;
    private final SavedFilters filters;
    private final Supplier<UUID> ids;

    /// @param ids for filters that come without one
    FilterRoutes(AgentAccess access, SavedFilters filters, Supplier<UUID> ids) {
        this.access = access;
        this.filters = filters;
        this.ids = ids;
    }

    record Filters(List<Filter> filters) {}

    /// The schema `SavedFilter` of the HTTP contract.
    record Filter(
            UUID id,
            String name,
            String view,
            @Nullable String tag,
            @Nullable UUID assignee,
            @Nullable UUID team) {

        static Filter of(SavedFilter filter) {
            return new Filter(
                    filter.id(), filter.name(), filter.view().code(), filter.tag(), filter.assignee(), filter.team());
        }
    }

    record Wish(
            @Nullable String id,
            @Nullable String name,
            @Nullable String view,
            @Nullable String tag,
            @Nullable String assignee,
            @Nullable String team) {}

    private static Owner owner(AgentAccess.Entry by) {
        var agent = by.session().agent();
        return new Owner(agent.organization(), agent.id());
    }

    /// `GET /v1/account/filters`
    Response list(Request request) {
        var kept = filters.of(owner(access.reader(request)));
        return Response.json(200, new Filters(kept.stream().map(Filter::of).toList()));
    }

    /// `POST /v1/account/filters`
    Response add(Request request) {
        var owner = owner(access.writer(request));
        var wish = request.json(Wish.class);
        var id = id("id", wish.id());
        var filter = filter(id == null ? ids.get() : id, wish);
        return answer(filters.add(owner, filter), filter);
    }

    /// `PUT /v1/account/filters/{id}`
    Response change(Request request) {
        var owner = owner(access.writer(request));
        var filter = filter(request.pathId("id"), request.json(Wish.class));
        return answer(filters.change(owner, filter), filter);
    }

    private static Response answer(SavedFilters.Saved saved, SavedFilter filter) {
        return switch (saved) {
            case ADDED -> Response.json(201, Filter.of(filter));
            case CHANGED -> Response.json(200, Filter.of(filter));
            case UNKNOWN -> throw new Refused(Reason.NOT_FOUND);
            case NAME_TAKEN -> throw new Refused(Reason.NAME_TAKEN, "Another of your filters has this name.");
            case TOO_MANY ->
                throw new Refused(Reason.TOO_MANY_FILTERS, "You have " + SavedFilters.MOST + " filters already.");
        };
    }

    /// `DELETE /v1/account/filters/{id}`
    Response delete(Request request) {
        if (!filters.delete(owner(access.writer(request)), request.pathId("id"))) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return Response.empty(204);
    }

    private static SavedFilter filter(UUID id, Wish wish) {
        var view = View.of(wish.view() == null ? "" : wish.view())
                .orElseThrow(() -> new Refused(Problem.field("view", "must be one of the console's views")));
        return new SavedFilter(
                id, name(wish.name()), view, tag(wish.tag()), id("assignee", wish.assignee()), id("team", wish.team()));
    }

    private static String name(@Nullable String text) {
        var name = text == null ? "" : text.strip();
        boolean fits = !name.isEmpty()
                && name.codePointCount(0, name.length()) <= SavedFilter.MAX_NAME
                && name.chars().noneMatch(Character::isISOControl);
        if (!fits) {
            throw new Refused(Problem.field("name", "must have 1 to " + SavedFilter.MAX_NAME + " characters"));
        }
        return name;
    }

    private static @Nullable String tag(@Nullable String text) {
        return text == null
                ? null
                : TagName.parse(text)
                        .orElseThrow(() -> new Refused(
                                Problem.field("tag", "must have 1 to " + TagName.MAX_LENGTH + " characters")))
                        .text();
    }

    private static @Nullable UUID id(String field, @Nullable String text) {
        var id = text == null ? null : Uuids.parse(text);
        if (text != null && id == null) {
            throw new Refused(Problem.field(field, "must be a UUID or null"));
        }
        return id;
    }
}
