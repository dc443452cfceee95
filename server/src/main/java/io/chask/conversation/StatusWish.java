package io.chask.conversation;

import io.chask.conversation.Author.Agent;
import org.jspecify.annotations.Nullable;

/// An agent wants a conversation resolved, or open again.
///
/// @param seen the last sequence he has seen: with a visitor's message above it the conversation is not resolved;
///             not compared when null
public record StatusWish(
        ConversationId conversation,
        Agent by,
        ConversationStatus status,
        @Nullable Long seen) {}
