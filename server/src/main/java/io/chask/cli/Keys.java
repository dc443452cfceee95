package io.chask.cli;

import io.chask.organization.ApiKey;
import io.chask.organization.Tenant;

/// Keys as the operator writes them.
final class Keys {

    private Keys() {}

    /// @throws CommandFailed when the organization has no such key
    static ApiKey find(Tenant tenant, String key) {
        return tenant.keys().stream()
                .filter(candidate -> candidate.value().equals(key))
                .findFirst()
                .orElseThrow(() -> new CommandFailed("The organization has no such key"));
    }
}
