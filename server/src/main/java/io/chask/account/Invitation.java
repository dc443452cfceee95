package io.chask.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who may become an agent.
///
/// @param locale    language of the page that greets him: `en`, `es` or `pt-BR`
/// @param invitedBy name of the agent who did; null: the command line
public record Invitation(
        UUID id,
        String email,
        Role role,
        String locale,
        @Nullable String invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
