package io.chask.conversation;

import java.util.UUID;

/// Address of a conversation. The value alone means nothing: the same UUID in two organizations is two conversations.
///
/// @param organization the tenant
/// @param value        made by the visitor who opens the conversation
public record ConversationId(UUID organization, UUID value) {}
