package io.chask.visitor;

import io.chask.api.RateLimiter;
import io.chask.contact.Visitors;
import io.chask.edge.Handler;
import io.chask.edge.Request;
import io.chask.edge.Response;
import org.jspecify.annotations.Nullable;

/// `PUT /v1/widget/page`: where a visitor is now. For sites that go from page to page without loading one; the first is
/// told with the session.
final class PageRoute implements Handler {

    private final WidgetAccess access;
    private final Visitors visitors;
    private final RateLimiter perVisitor;

    PageRoute(WidgetAccess access, Visitors visitors, RateLimiter perVisitor) {
        this.access = access;
        this.visitors = visitors;
        this.perVisitor = perVisitor;
    }

    record Body(@Nullable String url, @Nullable String title) {}

    @Override
    public Response handle(Request request) {
        var visitor = access.guest(request).visitor();
        var body = request.json(Body.class);
        perVisitor.takeFor(visitor.id());
        var page = Texts.page(Texts.required("url", body.url()), body.title(), null);
        if (page.url() != null) {
            visitors.moved(visitor.organization(), visitor.id(), page);
        }
        return Response.empty(204);
    }
}
