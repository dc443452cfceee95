package io.chask.organization;

import java.util.List;

/// Which files may be sent.
///
/// @param maxSize bytes of one file
/// @param maxCount files of one message
/// @param accept  MIME types; `image/*` covers all images
/// @param quota   bytes of all files kept; 0: only the server's own limit
public record AttachmentPolicy(boolean enabled, long maxSize, int maxCount, List<String> accept, long quota) {

    /// 10 MiB; pictures, short videos, PDF, plain text, office files and archives.
    public static final AttachmentPolicy DEFAULT = new AttachmentPolicy(
            true,
            10L << 20,
            5,
            List.of(
                    "image/*",
                    "video/mp4",
                    "audio/*",
                    "application/pdf",
                    "text/plain",
                    "text/csv",
                    "application/zip",
                    "application/msword",
                    "application/vnd.ms-excel",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            0);

    /// @throws BadSetting naming the field that cannot be used
    public AttachmentPolicy {
        accept = List.copyOf(accept);
        BadSetting.unless("attachments.maxSize", maxSize > 0);
        BadSetting.unless("attachments.quota", quota >= 0);
        BadSetting.unless("attachments.maxCount", maxCount >= 1 && maxCount <= 10);
        BadSetting.unless(
                "attachments.accept", accept.stream().allMatch(type -> type.matches("[a-z0-9.+-]+/[a-z0-9.+*-]+")));
    }
}
