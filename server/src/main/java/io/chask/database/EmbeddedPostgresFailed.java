package io.chask.database;

/// The embedded PostgreSQL could not be set up or started. The message is for the operator.
public final class EmbeddedPostgresFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedPostgresFailed(String message) {
        super(message);
    }
}
