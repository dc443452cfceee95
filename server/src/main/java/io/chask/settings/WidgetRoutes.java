package io.chask.settings;

import io.chask.api.AgentAccess;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.organization.AttachmentPolicy;
import io.chask.organization.Organizations;
import io.chask.organization.WidgetLook;
import io.chask.organization.WidgetSettings;
import io.chask.organization.WidgetTexts;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the widget looks, what it says and what it shows.
final class WidgetRoutes {

    private final AgentAccess access;
    private final Organizations organizations;
    private final Clock clock;

    WidgetRoutes(AgentAccess access, Organizations organizations, Clock clock) {
        this.access = access;
        this.organizations = organizations;
        this.clock = clock;
    }

    record Look(
            @Nullable Integer offsetX,
            @Nullable Integer offsetY,
            @Nullable Integer cornerRadius,
            @Nullable String launcher,
            @Nullable String whenClosed) {}

    record Features(
            @Nullable Boolean typing,
            @Nullable Boolean readReceipts,
            @Nullable Boolean reopen,
            @Nullable Boolean rating) {}

    record Body(
            @Nullable String mode,
            @Nullable String primaryColor,
            @Nullable String position,
            @Nullable String avatarUrl,
            @Nullable Look look,
            @Nullable Features features,
            @Nullable Map<String, TextsBody> texts) {}

    /// `GET /v1/settings/widget`
    Response get(Request request) {
        return body(access.admin(request).session().agent().organization());
    }

    /// `PUT /v1/settings/widget`
    Response put(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var wish = request.json(Body.class);
        var settings = Members.checked(() -> settings(wish));
        organizations.changeWidget(organization, settings, entry.actor(), clock.instant());
        return body(organization);
    }

    private static WidgetSettings settings(Body wish) {
        var features = Members.given("features", wish.features());
        return new WidgetSettings(
                // Of another page, and of another one still: they stay as they are.
                WidgetSettings.LOCALES,
                Members.given("mode", wish.mode()),
                Members.given("primaryColor", wish.primaryColor()),
                Members.given("position", wish.position()),
                texts(Members.given("texts", wish.texts())),
                wish.avatarUrl(),
                Members.given("features.typing", features.typing()),
                Members.given("features.readReceipts", features.readReceipts()),
                Members.given("features.reopen", features.reopen()),
                Members.given("features.rating", features.rating()),
                AttachmentPolicy.DEFAULT,
                look(Members.given("look", wish.look())));
    }

    private static WidgetLook look(Look wish) {
        return new WidgetLook(
                Members.given("look.offsetX", wish.offsetX()),
                Members.given("look.offsetY", wish.offsetY()),
                Members.given("look.cornerRadius", wish.cornerRadius()),
                Members.given("look.launcher", wish.launcher()),
                Members.given("look.whenClosed", wish.whenClosed()));
    }

    private static Map<String, WidgetTexts> texts(Map<String, TextsBody> given) {
        Map<String, WidgetTexts> texts = new HashMap<>();
        given.forEach((locale, words) -> texts.put(locale, words.texts()));
        texts.values().removeIf(WidgetTexts.NONE::equals);
        return texts;
    }

    private Response body(UUID id) {
        var settings = Members.tenant(organizations, id).settings();
        var look = settings.look();
        Map<String, TextsBody> texts = new TreeMap<>();
        settings.texts().forEach((locale, words) -> texts.put(locale, TextsBody.of(words)));
        return Response.json(
                200,
                new Body(
                        settings.mode(),
                        settings.primaryColor(),
                        settings.position(),
                        settings.avatarUrl(),
                        new Look(
                                look.offsetX(),
                                look.offsetY(),
                                look.cornerRadius(),
                                look.launcher(),
                                look.whenClosed()),
                        new Features(settings.typing(), settings.readReceipts(), settings.reopen(), settings.rating()),
                        texts));
    }
}
