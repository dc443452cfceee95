package io.chask.config;

import java.time.Duration;
import java.util.List;

/// What files may be sent.
///
/// @param maxSize      bytes
/// @param accept       types, `image/png`, or with any rest, `image/*`
/// @param linkLifetime of a signed link
public record AttachmentConfig(boolean enabled, long maxSize, List<String> accept, Duration linkLifetime) {

    public AttachmentConfig {
        accept = List.copyOf(accept);
        Check.positive(Settings.ATTACHMENTS_LINK_LIFETIME, linkLifetime);
        if (maxSize < 1) {
            throw new BadConfig(Settings.ATTACHMENTS_MAX_SIZE.key(), "must be at least 1 byte, not " + maxSize);
        }
        for (var type : accept) {
            if (!type.matches("[a-z]+/[a-z0-9.+-]*\\*?")) {
                throw new BadConfig(Settings.ATTACHMENTS_ACCEPT.key(), "\"" + type + "\" is no media type");
            }
        }
    }

    /// Whether a file of this type may be sent.
    public boolean accepts(String mimeType) {
        return accept.stream()
                .anyMatch(type -> type.endsWith("*")
                        ? mimeType.startsWith(type.substring(0, type.length() - 1))
                        : mimeType.equals(type));
    }
}
