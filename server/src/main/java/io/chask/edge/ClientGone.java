package io.chask.edge;

import java.io.Serial;

/// The connection ended while a handler was reading from it: nobody is left to answer.
final class ClientGone extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ClientGone(Throwable cause) {
        super("the client's connection ended", cause, false, false);
    }
}
