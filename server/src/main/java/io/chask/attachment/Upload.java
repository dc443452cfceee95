package io.chask.attachment;

import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file on its way in.
///
/// @param name         the uploader's name for it, whatever it contains
/// @param declaredType the uploader's `Content-Type`; null when there was none
/// @param content      read once, to the end or until it is refused
public record Upload(
        UUID organization,
        Uploader uploader,
        String name,
        @Nullable String declaredType,
        InputStream content) {}
