package io.chask.attachment;

import java.util.UUID;

/// The message a file goes into.
public record Destination(UUID conversation, UUID message) {}
