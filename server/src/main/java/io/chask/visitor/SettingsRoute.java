package io.chask.visitor;

import io.chask.attachment.Attachments;
import io.chask.edge.Handler;
import io.chask.edge.Request;
import io.chask.edge.Response;

/// `GET /v1/widget/settings`: all that a page load costs. Writes nothing.
final class SettingsRoute implements Handler {

    private final WidgetAccess access;
    private final Attachments attachments;

    SettingsRoute(WidgetAccess access, Attachments attachments) {
        this.access = access;
        this.attachments = attachments;
    }

    @Override
    public Response handle(Request request) {
        var organization =
                Texts.required("organizationId", request.query("organizationId").orElse(null));
        var key = Texts.required("apiKey", request.query("apiKey").orElse(null));
        var tenant = access.door(request, organization, key).tenant();
        var policy = attachments.effective(tenant.settings().attachments());
        return Response.json(200, SettingsBody.of(tenant, policy)).with("Cache-Control", "public, max-age=60");
    }
}
