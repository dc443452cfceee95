package io.chask.outgoing;

import java.io.IOException;
import java.io.Serial;

/// The server does not call this address. The message says why, in English, for whoever set it up.
public final class UrlRefused extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    UrlRefused(String why) {
        super(why);
    }
}
