package io.chask.database;

import java.util.UUID;

/// The identity of this database's history (protocol §1): made with the schema, replaced only by a restore from a
/// backup.
public final class Epoch {

    private Epoch() {}

    /// Reads it. Blocks.
    public static UUID read(Database database) {
        return database.outsideOrganizations(handle ->
                handle.createQuery("select value from epoch").mapTo(UUID.class).one());
    }
}
