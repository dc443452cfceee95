package io.chask.database;

/// The database could not be reached or did not answer. Says what was being done; the same may be tried again.
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String doing, Throwable cause) {
        super("the database was not available while " + doing, cause);
    }
}
