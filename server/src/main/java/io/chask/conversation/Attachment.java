package io.chask.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file as a message keeps it. The caller has checked that the author may use it; the bytes are not here.
///
/// @param id       the upload's id
/// @param name     as the uploader called it: text for people, never a path
/// @param mimeType what the file was found to be
/// @param size     bytes
/// @param inline   whether a page may show it: a safe kind of image or video that is what it was said to be
/// @param width    pixels, only of images
/// @param height   pixels, only of images
/// @param thumbnail whether there is a small picture of it
public record Attachment(
        UUID id,
        String name,
        String mimeType,
        long size,
        boolean inline,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean thumbnail) {}
