package io.chask.config;

import java.time.Duration;

/// The operator's limits for files; they stand above every organization's own policy.
///
/// @param maxSize bytes
/// @param linkLifetime of a signed link
public record AttachmentConfig(boolean enabled, long maxSize, Duration linkLifetime) {

    public AttachmentConfig {
        Check.positive(Settings.ATTACHMENTS_LINK_LIFETIME, linkLifetime);
        if (maxSize < 1) {
            throw new BadConfig(Settings.ATTACHMENTS_MAX_SIZE.key(), "must be at least 1 byte, not " + maxSize);
        }
    }
}
