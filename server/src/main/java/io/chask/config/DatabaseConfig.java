package io.chask.config;

import org.jspecify.annotations.Nullable;

/// Where the data lives.
///
/// @param url      of an own PostgreSQL (`postgresql://` or `jdbc:postgresql://`); null: the embedded one under the
/// data folder
/// @param poolSize connections for everything but the message writers
/// @param lanes    message writers
/// @param unsafe   whether `fsync=off` is accepted: only for data to be thrown away
public record DatabaseConfig(@Nullable String url, int poolSize, int lanes, boolean unsafe) {

    public DatabaseConfig {
        Check.range(Settings.DATABASE_POOL_SIZE, poolSize, 2, 500);
        Check.range(Settings.DATABASE_LANES, lanes, 1, 16);
        if (url != null && !url.startsWith("postgresql://") && !url.startsWith("jdbc:postgresql://")) {
            throw new BadConfig(Settings.DATABASE_URL.key(), "must begin with postgresql:// or jdbc:postgresql://");
        }
    }

    /// Without the URL, which carries a password.
    @Override
    public String toString() {
        return "DatabaseConfig[url=" + (url == null ? "embedded" : "own") + ", poolSize=" + poolSize + ", lanes="
                + lanes + ", unsafe=" + unsafe + "]";
    }
}
