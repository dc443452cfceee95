package io.chask.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of a message.
///
/// @param size bytes
/// @param url signed link that expires
/// @param thumbnailUrl signed link to a small picture of it, if there is one
/// @param inline whether a page may show it as image, audio or video
/// @param width pixels, of images
/// @param height pixels, of images
public record WireAttachment(
        UUID id,
        String name,
        String mimeType,
        long size,
        String url,
        @Nullable String thumbnailUrl,
        boolean inline,
        @Nullable Integer width,
        @Nullable Integer height) {}
