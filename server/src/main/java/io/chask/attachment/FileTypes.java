package io.chask.attachment;

import io.chask.organization.AttachmentPolicy;
import java.util.Set;

/// What is taken, and how it may be served.
final class FileTypes {

    /// Kinds a browser shows without running anything from them.
    private static final Set<String> SHOWABLE =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4");

    private FileTypes() {}

    static boolean showable(String type) {
        return SHOWABLE.contains(type);
    }

    /// Whether an organization takes files of this type; `image/*` covers all images.
    static boolean accepted(AttachmentPolicy policy, String type) {
        return policy.accept().stream()
                .anyMatch(accepted -> accepted.endsWith("*")
                        ? type.startsWith(accepted.substring(0, accepted.length() - 1))
                        : type.equals(accepted));
    }
}
