package io.chask.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The operator's limits for files; they stand above every organization's own policy.
///
/// @param maxSize bytes
/// @param quota bytes one organization may keep; 0: no limit
/// @param linkLifetime of a signed link
/// @param s3 where files are kept; null: on the disk, in the data folder
/// @param scan null: files are not scanned
public record AttachmentConfig(
        boolean enabled,
        long maxSize,
        long quota,
        Duration linkLifetime,
        @Nullable S3Config s3,
        @Nullable ScanConfig scan) {

    public AttachmentConfig {
        Check.positive(Settings.ATTACHMENTS_LINK_LIFETIME, linkLifetime);
        if (maxSize < 1) {
            throw new BadConfig(Settings.ATTACHMENTS_MAX_SIZE.key(), "must be at least 1 byte, not " + maxSize);
        }
    }
}
