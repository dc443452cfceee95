package io.chask;

import io.chask.config.Configuration;
import io.chask.database.Database;
import io.chask.database.DatabaseAccess;
import io.chask.database.DatabaseRole;
import io.chask.database.Epoch;
import io.chask.database.StoreUnavailable;
import io.chask.database.WriterConnections;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/// The database and the pools of its roles. Closed last.
///
/// @param application pool of everything that acts for one organization
/// @param watcher pool that sees ids of all organizations
/// @param writers connections of the message lanes
record Foundation(DatabaseAccess access, Database application, Database watcher, WriterConnections writers)
        implements AutoCloseable {

    // Revocations must not wait for the position check.
    private static final int WATCHERS = 2;

    /// Starts or joins the database and brings its schema to this version.
    static Foundation open(Configuration configuration) {
        var config = configuration.database();
        var access = DatabaseAccess.open(configuration.data(), Optional.ofNullable(config.url()), config.unsafe());
        var owner = access.owner();
        // Pools do not connect yet: from here on nothing fails that would leave the database running.
        return new Foundation(
                access,
                Database.open(owner, DatabaseRole.APPLICATION, config.poolSize()),
                Database.open(owner, DatabaseRole.WATCHER, WATCHERS),
                new WriterConnections(owner));
    }

    /// Whether the database answers now. Blocks.
    boolean answers() {
        try {
            Epoch.read(application);
            return true;
        } catch (StoreUnavailable | JdbiException unavailable) {
            return false;
        }
    }

    @Override
    public void close() {
        application.close();
        watcher.close();
        access.close();
    }
}
