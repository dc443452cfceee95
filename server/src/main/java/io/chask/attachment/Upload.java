package io.chask.attachment;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that has come in and is not yet kept.
///
/// @param name the uploader's name for it, whatever it contains
/// @param declaredType the uploader's `Content-Type`; null when there was none
/// @param file where its bytes are, in the folder of [Attachments#incoming]
/// @param size bytes
public record Upload(
        UUID organization,
        Uploader uploader,
        String name,
        @Nullable String declaredType,
        Path file,
        long size) {}
