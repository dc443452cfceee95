package io.chask.visitor;

import io.chask.api.Platform;
import io.chask.config.QuotaConfig;
import io.chask.contact.Admissions;
import io.chask.contact.Identification;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.rating.Ratings;
import io.chask.report.WidgetCounter;
import java.time.Clock;

/// The door to this package: routes below `/v1/widget/`, and the visitor's side of the stream.
public final class VisitorEndpoints {

    private final WidgetAccess access;
    private final Platform platform;
    private final Admissions admissions;
    private final Identification identification;
    private final VisitorConversations conversations;
    private final Quotas quotas;
    private final Surroundings surroundings;

    /// What it needs besides the rules: limits, what is counted and said, the time.
    public record Surroundings(QuotaConfig quotas, WidgetCounter widgets, Ratings ratings, Clock clock) {}

    public VisitorEndpoints(
            Platform platform, Admissions admissions, Identification identification, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.platform = platform;
        this.admissions = admissions;
        this.identification = identification;
        this.access = new WidgetAccess(platform.tenants(), platform.visitors());
        this.conversations = new VisitorConversations(
                platform.list(), platform.messages(), platform.stream().epoch());
        this.quotas = Quotas.of(surroundings.quotas());
    }

    /// Adds the routes.
    public void addTo(Routes routes) {
        var stream = platform.stream();
        var identifying =
                new Identifying(platform.identities(), identification, stream.subscriptions(), stream.fanout());
        var entry = new SessionRoute.Entry(platform.visitors(), admissions, identifying);
        var session = new SessionRoute(access, entry, conversations, quotas);
        var threads =
                new ThreadRoutes(access, conversations, platform.messages(), platform.posting(), quotas.messages());
        var settings = new SettingsRoute(
                access, platform.attachments(), quotas.settings(), surroundings.clock(), surroundings.widgets());
        var user = new UserRoutes(access, platform, quotas, identifying);
        var ratings = new RatingRoutes(access, surroundings.ratings(), quotas.changes(), surroundings.clock());
        routes.group(RoutePolicy.crossOriginApi())
                .get("/v1/widget/settings", settings)
                .post("/v1/widget/session", session)
                .get("/v1/widget/conversations", threads::list)
                .get("/v1/widget/conversations/{id}/messages", threads::page)
                .get("/v1/widget/conversations/{id}/rating", ratings::get)
                .put("/v1/widget/conversations/{id}/rating", ratings::put)
                .post("/v1/widget/messages", threads::post)
                .patch("/v1/widget/user", user::patch)
                .put("/v1/widget/page", new PageRoute(access, platform.visitors(), quotas.changes()))
                .post("/v1/widget/logout", user::logout)
                .post("/v1/widget/attachments", user::upload);
    }

    /// The visitor's side of the stream.
    public VisitorStream stream() {
        var services = new VisitorServices(
                platform.stream(),
                platform.files(),
                quotas.messages(),
                quotas.streams(),
                surroundings.widgets(),
                platform.visitors().history());
        return new VisitorStream(platform.tenants(), platform.visitors(), conversations, services);
    }
}
