package io.chask.database;

import java.util.UUID;

/// The identity of this database's history (protocol §1): made with the schema, replaced only by a restore from a
/// backup.
public final class Epoch {

    private Epoch() {}

    /// Replaces it after a restore: clients then load everything anew instead of resuming a history that is gone. A
    /// server that runs keeps the old one until it is started again. Blocks.
    ///
    /// @param owner acts as the owner, who alone may
    public static UUID replace(Database owner) {
        return owner.outsideOrganizations(handle -> handle.createQuery("update epoch set value = :next returning value")
                .bind("next", UUID.randomUUID())
                .mapTo(UUID.class)
                .one());
    }

    /// Reads it. Blocks.
    public static UUID read(Database database) {
        return database.outsideOrganizations(handle ->
                handle.createQuery("select value from epoch").mapTo(UUID.class).one());
    }
}
