package io.chask.database;

import java.nio.file.Path;
import java.util.Optional;

/// The database of a data folder: the embedded one, or the operator's own. Close it after everything that uses it.
public final class DatabaseAccess implements AutoCloseable {

    private final ConnectionDetails owner;
    private final AutoCloseable source;

    private DatabaseAccess(ConnectionDetails owner, AutoCloseable source) {
        this.owner = owner;
        this.source = source;
    }

    /// For the server: the embedded PostgreSQL, started, or the own one of this address, which is noted in the data
    /// folder for
    /// [#find]. Brings the schema to this version.
    ///
    /// @param url           `postgresql://user:password@host:port/database`; empty for the embedded one
    /// @param throwAwayData accept an own server with `fsync = off`
    public static DatabaseAccess open(Path dataFolder, Optional<String> url, boolean throwAwayData) {
        ExternalDatabase external = new ExternalDatabase(dataFolder);
        if (url.isEmpty()) {
            external.forget();
            EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder);
            DatabaseAccess access = migrated(postgres.owner(), throwAwayData, postgres);
            postgres.watch();
            return access;
        }
        ConnectionDetails details = ExternalDatabase.parse(url.get());
        DatabaseAccess access = migrated(details, throwAwayData, () -> {});
        external.remember(details);
        return access;
    }

    /// For a command beside the server, or while it is stopped: the database of this address, else the one the
    /// server used last in this data folder. An embedded one is started if need be, and stopped again by [#close]
    /// unless the server has come to use it.
    ///
    /// @param url as for [#open], but not noted; empty for the data folder's
    public static DatabaseAccess find(Path dataFolder, Optional<String> url) {
        DatabaseAccess access = look(dataFolder, url);
        return migrated(access.owner, true, access.source);
    }

    /// As [#find], but leaves the schema as it is.
    public static DatabaseAccess look(Path dataFolder, Optional<String> url) {
        Optional<ConnectionDetails> own =
                url.map(ExternalDatabase::parse).or(() -> new ExternalDatabase(dataFolder).remembered());
        if (own.isPresent()) {
            return new DatabaseAccess(own.get(), () -> {});
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder);
        return new DatabaseAccess(postgres.owner(), postgres);
    }

    private static DatabaseAccess migrated(ConnectionDetails owner, boolean throwAwayData, AutoCloseable source) {
        DatabaseAccess access = new DatabaseAccess(owner, source);
        try {
            Migrations.run(owner, throwAwayData);
            return access;
        } catch (RuntimeException e) {
            access.close();
            throw e;
        }
    }

    /// How to sign in as the owner.
    public ConnectionDetails owner() {
        return owner;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (Exception e) {
            throw new IllegalStateException("leaving the database", e);
        }
    }
}
