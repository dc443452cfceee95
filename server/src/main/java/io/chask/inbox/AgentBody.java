package io.chask.inbox;

import io.chask.account.Session;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schema `Agent` of the HTTP contract.
record AgentBody(
        UUID id,
        UUID organizationId,
        String organizationName,
        String name,
        String email,
        String role,
        @Nullable String avatarUrl,
        @Nullable Boolean secondFactorRequired) {

    static AgentBody of(Session session) {
        var agent = session.agent();
        return new AgentBody(
                agent.id(),
                agent.organization(),
                session.organizationName(),
                agent.name(),
                agent.email(),
                agent.role().code(),
                agent.avatarUrl(),
                session.mustEnrol() ? true : null);
    }
}
