package io.chask.attachment;

import io.chask.storage.FileStorage;

/// What files are handled with.
///
/// @param sweeper removes what is left of failed uploads
public record AttachmentParts(FileStorage storage, VirusScanner scanner, Thumbnails thumbnails, Sweeper sweeper) {}
