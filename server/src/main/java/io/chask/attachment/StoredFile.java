package io.chask.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that is kept.
///
/// @param name     as the uploader called it: text for people, never a path
/// @param mimeType what the bytes were found to be
/// @param size     bytes
/// @param inline   whether a page may show it: a safe kind of image or video that is what it was said to be
/// @param width    pixels, only of images
/// @param height   pixels, only of images
public record StoredFile(
        UUID organization,
        UUID id,
        String name,
        String mimeType,
        long size,
        boolean inline,
        @Nullable Integer width,
        @Nullable Integer height) {}
