package io.chask.visitor;

import io.chask.api.RateLimiter;
import io.chask.attachment.Attachments;
import io.chask.edge.Handler;
import io.chask.edge.Network;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.report.WidgetCounter;
import java.time.Clock;

/// `GET /v1/widget/settings`: all that a page load costs. Writes nothing, save now and then that the key is in use;
/// that it was asked for is counted.
final class SettingsRoute implements Handler {

    private final WidgetAccess access;
    private final Attachments attachments;
    private final RateLimiter perAddress;
    private final Clock clock;
    private final WidgetCounter widgets;

    SettingsRoute(
            WidgetAccess access, Attachments attachments, RateLimiter perAddress, Clock clock, WidgetCounter widgets) {
        this.access = access;
        this.attachments = attachments;
        this.perAddress = perAddress;
        this.clock = clock;
        this.widgets = widgets;
    }

    @Override
    public Response handle(Request request) {
        var organization =
                Texts.required("organizationId", request.query("organizationId").orElse(null));
        var key = Texts.required("apiKey", request.query("apiKey").orElse(null));
        var tenant = access.door(request, organization, key).tenant();
        perAddress.takeFor(Network.of(request.remoteAddress()));
        widgets.loaded(tenant.organization().id());
        var policy = attachments.effective(tenant.settings().attachments());
        return Response.json(200, SettingsBody.of(tenant, policy, clock.instant()))
                .with("Cache-Control", "public, max-age=60");
    }
}
