package io.chask.team;

import io.chask.account.Sessions;
import io.chask.api.AgentAccess;
import io.chask.attachment.Attachments;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.organization.AttachmentPolicy;
import io.chask.organization.BadSetting;
import io.chask.organization.Organizations;
import io.chask.wire.Reason;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which files an organization takes, and how much room it has for them.
public final class FileSettingsRoutes {

    private final AgentAccess access;
    private final Organizations organizations;
    private final Attachments attachments;
    private final Clock clock;

    public FileSettingsRoutes(Sessions sessions, Organizations organizations, Attachments attachments, Clock clock) {
        this.access = new AgentAccess(sessions);
        this.organizations = organizations;
        this.attachments = attachments;
        this.clock = clock;
    }

    /// Adds the routes.
    public void addTo(Routes routes) {
        routes.group(RoutePolicy.api())
                .get("/v1/settings/attachments", this::show)
                .put("/v1/settings/attachments", this::change);
    }

    record Server(boolean enabled, long maxSize, long quota) {}

    record Settings(
            boolean enabled, List<String> accept, long maxSize, int maxCount, long quota, long used, Server server) {}

    record Wish(
            @Nullable Boolean enabled,
            @Nullable List<String> accept,
            @Nullable Long maxSize,
            @Nullable Integer maxCount,
            @Nullable Long quota) {}

    /// Every agent may know what he can send.
    private Response show(Request request) {
        return settings(access.reader(request).session().agent().organization());
    }

    private Response change(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        organizations.changeAttachments(organization, policy(request.json(Wish.class)), entry.actor(), clock.instant());
        return settings(organization);
    }

    private Response settings(UUID organization) {
        var policy = organizations
                .find(organization)
                .orElseThrow(() -> new Refused(Reason.TOKEN_INVALID))
                .settings()
                .attachments();
        var config = attachments.limits();
        var server = new Server(config.enabled(), config.maxSize(), config.quota());
        return Response.json(
                200,
                new Settings(
                        policy.enabled(),
                        policy.accept(),
                        policy.maxSize(),
                        policy.maxCount(),
                        policy.quota(),
                        attachments.used(organization),
                        server));
    }

    private static AttachmentPolicy policy(Wish wish) {
        try {
            return new AttachmentPolicy(
                    given("enabled", wish.enabled()),
                    given("maxSize", wish.maxSize()),
                    given("maxCount", wish.maxCount()),
                    given("accept", wish.accept()),
                    given("quota", wish.quota()));
        } catch (BadSetting bad) {
            throw new Refused(Problem.field(bad.field().replaceFirst("attachments.", ""), "cannot be used"));
        }
    }

    private static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new Refused(Problem.field(name, "is missing"));
        }
        return value;
    }
}
