package io.chask.visitor;

import io.chask.organization.AttachmentPolicy;
import io.chask.organization.Tenant;
import io.chask.wire.Limits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schema `WidgetSettings` of the HTTP contract.
record SettingsBody(
        Organization organization,
        List<String> locales,
        Theme theme,
        Files attachments,
        ContentLimits limits,
        Features features,
        @Nullable LookBody look) {

    record Organization(UUID id, String name) {}

    record Files(boolean enabled, List<String> accept, long maxSize, int maxCount) {}

    record Theme(String mode, String primaryColor, String position) {}

    record ContentLimits(int contentCodePoints) {}

    record Features(boolean typing, boolean readReceipts, boolean reopen, boolean rating) {}

    static SettingsBody of(Tenant tenant, AttachmentPolicy attachments, Instant now) {
        var settings = tenant.settings();
        var organization = tenant.organization();
        return new SettingsBody(
                new Organization(organization.id(), organization.name()),
                settings.locales(),
                new Theme(settings.mode(), settings.primaryColor(), settings.position()),
                new Files(attachments.enabled(), attachments.accept(), attachments.maxSize(), attachments.maxCount()),
                new ContentLimits(Limits.VERSION_1.contentCodePoints()),
                new Features(settings.typing(), settings.readReceipts(), settings.reopen(), settings.rating()),
                LookBody.of(tenant, now));
    }
}
