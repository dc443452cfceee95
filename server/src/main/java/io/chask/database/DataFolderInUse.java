package io.chask.database;

/// Another server works on this data folder. The message is for the operator.
public final class DataFolderInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataFolderInUse(String message) {
        super(message);
    }
}
