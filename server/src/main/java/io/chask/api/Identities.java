package io.chask.api;

import io.chask.database.Database;
import io.chask.identity.IdentitySettings;
import io.chask.identity.IdentityTable;
import io.chask.identity.IdentityTokens;
import java.util.UUID;

/// Identity as both sides' endpoints need it.
public final class Identities {

    private final Database database;
    private final IdentityTokens tokens;

    public Identities(Database database, IdentityTokens tokens) {
        this.database = database;
        this.tokens = tokens;
    }

    /// The organization's settings. Blocks.
    public IdentitySettings settings(UUID organization) {
        return database.inOrganization(organization, handle -> IdentityTable.load(handle, organization));
    }

    /// The checks.
    public IdentityTokens tokens() {
        return tokens;
    }
}
