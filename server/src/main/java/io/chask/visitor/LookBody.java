package io.chask.visitor;

import io.chask.organization.OpeningHours.Opening;
import io.chask.organization.Tenant;
import io.chask.organization.WidgetLook;
import io.chask.organization.WidgetTexts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The schema `WidgetLook` of the HTTP contract: what only some organizations have, so that the widget loads what it
/// needs
/// for it only there.
///
/// @param openings the times of open doors in the next two weeks; absent where it is always open
record LookBody(
        int offsetX,
        int offsetY,
        int cornerRadius,
        String launcher,
        String whenClosed,
        @Nullable String avatarUrl,
        Map<String, WidgetTexts> texts,
        @Nullable List<Opening> openings) {

    /// A page asks once and may stay open for long; it takes this number for its own (wire/openapi.yaml).
    private static final int DAYS = 14;

    /// Nothing where all is as it comes.
    static @Nullable LookBody of(Tenant tenant, Instant now) {
        var settings = tenant.settings();
        var look = settings.look();
        var hours = tenant.organization().hours();
        if (look.equals(WidgetLook.DEFAULT)
                && hours == null
                && settings.texts().isEmpty()
                && settings.avatarUrl() == null) {
            return null;
        }
        return new LookBody(
                look.offsetX(),
                look.offsetY(),
                look.cornerRadius(),
                look.launcher(),
                look.whenClosed(),
                settings.avatarUrl(),
                settings.texts(),
                hours == null ? null : hours.openings(now, DAYS));
    }
}
