package io.chask.database;

/// Keys of the server itself, shared by all its nodes: one for each purpose, so that one can be replaced without the
/// others.
public final class Secrets {

    /// What a key is for.
    public enum Purpose {
        /// Signs links to files.
        ATTACHMENT_LINK("attachment-link"),
        /// Derives a visitor's token from the request that made him.
        VISITOR_REQUEST("visitor-request"),
        /// Derives the secrets that sign identity tokens.
        IDENTITY("identity");

        private final String sqlName;

        Purpose(String sqlName) {
            this.sqlName = sqlName;
        }
    }

    private Secrets() {}

    /// Reads a key: 32 bytes. Blocks.
    public static byte[] read(Database database, Purpose purpose) {
        return database.outsideOrganizations(
                handle -> handle.createQuery("select value from secret where purpose = :purpose")
                        .bind("purpose", purpose.sqlName)
                        .mapTo(byte[].class)
                        .one());
    }
}
