package io.chask.delivery;

import io.chask.wire.Sender;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is typing.
///
/// @param from the side, visitor or agent
/// @param connection whose own client is not told
/// @param name shown to the other side, if known
public record TypingAuthor(
        Sender from, UUID connection, @Nullable String name) {}
