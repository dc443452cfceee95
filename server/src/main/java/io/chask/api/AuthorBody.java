package io.chask.api;

import io.chask.wire.WireAuthor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schema `Author` of the HTTP contract.
public record AuthorBody(
        UUID id, @Nullable String name, @Nullable String avatarUrl, String kind) {

    static @Nullable AuthorBody of(@Nullable WireAuthor author) {
        return author == null
                ? null
                : new AuthorBody(
                        author.id(),
                        author.name(),
                        author.avatarUrl(),
                        author.kind().wireName());
    }
}
