package io.chask.settings;

import io.chask.api.AgentAccess;
import io.chask.desk.TagKeeping;
import io.chask.desk.TagKeeping.Errand;
import io.chask.desk.TagKeeping.Renamed;
import io.chask.desk.TagName;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An admin looks after the organization's tags.
final class TagRoutes {

    private final AgentAccess access;
    private final TagKeeping tags;
    private final Clock clock;

    TagRoutes(AgentAccess access, TagKeeping tags, Clock clock) {
        this.access = access;
        this.tags = tags;
        this.clock = clock;
    }

    record Wish(@Nullable String name, @Nullable Boolean merge) {}

    record Body(UUID id, String name, long conversations) {}

    /// `PATCH /v1/tags/{id}`
    Response rename(Request request) {
        var errand = errand(request);
        var wish = request.json(Wish.class);
        var name = TagName.parse(wish.name() == null ? "" : wish.name())
                .orElseThrow(() -> new Refused(
                        Problem.field("name", "must be a line of 1 to " + TagName.MAX_LENGTH + " characters")));
        return switch (tags.rename(errand, name, Boolean.TRUE.equals(wish.merge()))) {
            case Renamed.Done(var tag) -> Response.json(200, new Body(tag.id(), tag.name(), tag.conversations()));
            case Renamed.NameTaken() ->
                throw new Refused(
                        Reason.NAME_TAKEN, "Another tag has this name; with merge its conversations get that one.");
            case Renamed.Unknown() -> throw new Refused(Reason.NOT_FOUND);
        };
    }

    /// `DELETE /v1/tags/{id}`
    Response delete(Request request) {
        if (!tags.delete(errand(request))) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return Response.empty(204);
    }

    private Errand errand(Request request) {
        var entry = access.admin(request);
        return new Errand(entry.session().agent().organization(), request.pathId("id"), entry.actor(), clock.instant());
    }
}
