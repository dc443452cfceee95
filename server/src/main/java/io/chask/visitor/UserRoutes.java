package io.chask.visitor;

import io.chask.api.Uploads;
import io.chask.attachment.Uploader;
import io.chask.attachment.Uploader.Side;
import io.chask.contact.Visitors;
import io.chask.delivery.Fanout;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/// What a visitor may change and send besides messages.
final class UserRoutes {

    private final WidgetAccess access;
    private final Visitors visitors;
    private final Uploads uploads;
    private final Quotas quotas;
    private final Fanout fanout;

    UserRoutes(WidgetAccess access, Visitors visitors, Uploads uploads, Quotas quotas, Fanout fanout) {
        this.access = access;
        this.visitors = visitors;
        this.uploads = uploads;
        this.quotas = quotas;
        this.fanout = fanout;
    }

    /// `PATCH /v1/widget/user`
    Response patch(Request request) {
        var visitor = access.guest(request).visitor();
        var patch = new UserPatch(request.json(JsonNode.class));
        quotas.changes().takeFor(visitor.id());
        var changed = visitors.change(visitor.organization(), visitor.id(), patch)
                .orElseThrow(() -> new Refused(Reason.TOKEN_INVALID));
        fanout.visitorChanged(visitor.organization(), visitor.id());
        return Response.json(200, UserBody.of(changed));
    }

    /// `POST /v1/widget/logout`
    Response logout(Request request) {
        var visitor = access.guest(request).visitor();
        visitors.end(visitor.organization(), visitor.id());
        return Response.empty(204);
    }

    /// `POST /v1/widget/attachments`
    Response upload(Request request) throws IOException {
        var guest = access.guest(request);
        var visitor = guest.visitor();
        quotas.uploads().takeFor(visitor.id());
        quotas.organizationUploads().takeFor(visitor.organization());
        return uploads.receive(
                request,
                visitor.organization(),
                new Uploader(Side.VISITOR, visitor.id()),
                guest.tenant().settings().attachments());
    }
}
