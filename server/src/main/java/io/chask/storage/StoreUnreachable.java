package io.chask.storage;

import java.io.IOException;

/// A store elsewhere did not answer, or not as it should; the same may succeed later.
public final class StoreUnreachable extends IOException {

    private static final long serialVersionUID = 1L;

    StoreUnreachable(String doing, Throwable cause) {
        super(doing, cause);
    }

    StoreUnreachable(String doing) {
        super(doing);
    }
}
