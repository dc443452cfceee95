package io.chask.settings;

import io.chask.account.Sessions;
import io.chask.api.AgentAccess;
import io.chask.desk.TagKeeping;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.organization.Organizations;
import io.chask.reply.CannedReplies;
import java.time.Clock;

/// Another door to this package: the words that an organization has ready, canned replies and tags.
public final class WordingEndpoints {

    private final ReplyTextRoutes replies;
    private final TagRoutes tags;

    public WordingEndpoints(Sessions sessions, Organizations organizations, CannedReplies replies, TagKeeping tags) {
        var access = new AgentAccess(sessions);
        this.replies = new ReplyTextRoutes(access, organizations, replies);
        this.tags = new TagRoutes(access, tags, Clock.systemUTC());
    }

    /// Adds the routes.
    public void addTo(Routes routes) {
        routes.group(RoutePolicy.api())
                .get("/v1/replies", replies::list)
                .post("/v1/replies", replies::add)
                .put("/v1/replies/{id}", replies::change)
                .delete("/v1/replies/{id}", replies::delete)
                .patch("/v1/tags/{id}", tags::rename)
                .delete("/v1/tags/{id}", tags::delete);
    }
}
