package io.chask.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Everything that is set, one record a concern.
///
/// @param data         folder of everything kept
/// @param demo         whether there are a demo page and the organization it uses
/// @param metricsToken Bearer token of `/metrics` for other machines; null: only this machine may ask
public record Configuration(
        Path data,
        ServerConfig server,
        DatabaseConfig database,
        DeliveryConfig delivery,
        AttachmentConfig attachments,
        QuotaConfig quota,
        OutgoingConfig outgoing,
        LogConfig log,
        boolean demo,
        @Nullable String metricsToken) {

    /// Without the metrics token.
    @Override
    public String toString() {
        return "Configuration[data=" + data + ", " + server + ", " + database + ", " + delivery + ", " + attachments
                + ", " + quota + ", " + outgoing + ", " + log + ", demo=" + demo + "]";
    }
}
