package io.chask.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the other side may see of an agent: never an e-mail address.
public record AuthorProfile(UUID id, String name, @Nullable String avatarUrl) {}
