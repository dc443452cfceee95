package io.chask.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that is kept.
///
/// @param name     as the uploader called it: text for people, never a path
/// @param mimeType what the bytes were found to be
/// @param size     bytes
/// @param inline   whether a page may show it: a safe kind of image or video that is what it was said to be
/// @param width    pixels as it is shown, only of images
/// @param height   pixels as it is shown, only of images
/// @param thumbnail whether there is a small picture of it
public record StoredFile(
        UUID organization,
        UUID id,
        String name,
        String mimeType,
        long size,
        boolean inline,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean thumbnail) {

    /// What its small picture is.
    public String thumbnailType() {
        return ThumbnailTask.typeOf(mimeType);
    }

    StoredFile withThumbnail(boolean made) {
        return new StoredFile(organization, id, name, mimeType, size, inline, width, height, made);
    }
}
