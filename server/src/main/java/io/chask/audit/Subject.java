package io.chask.audit;

import java.util.UUID;

/// What something was done to.
///
/// @param kind such as `agent` or `key`
/// @param id   names it within its kind; never a secret
public record Subject(String kind, String id) {

    /// An agent.
    public static Subject agent(UUID id) {
        return new Subject("agent", id.toString());
    }

    /// The organization itself.
    public static Subject organization(UUID id) {
        return new Subject("organization", id.toString());
    }

    /// Anything else that has an id.
    public static Subject of(String kind, UUID id) {
        return new Subject(kind, id.toString());
    }
}
