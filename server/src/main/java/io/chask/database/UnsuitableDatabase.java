package io.chask.database;

/// A database this product must not or cannot use. The message is for the operator.
public final class UnsuitableDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsuitableDatabase(String message) {
        super(message);
    }
}
