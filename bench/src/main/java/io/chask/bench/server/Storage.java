package io.chask.bench.server;

import io.chask.database.DatabaseAccess;
import java.nio.file.Path;
import java.util.Optional;

/// Where a measured server keeps its rows: in the PostgreSQL it brings along, or in another.
///
/// @param data the server's folder
/// @param url  of the other, for JDBC
public record Storage(Path data, Optional<String> url) {

    /// Access beside the server.
    public DatabaseAccess access() {
        return DatabaseAccess.find(data, url);
    }

    /// Whether the server starts and stops it.
    public boolean isEmbedded() {
        return url.isEmpty();
    }
}
