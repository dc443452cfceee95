package io.chask.edge;

import java.io.IOException;
import java.io.InputStream;

/// Bytes that can be read from any place on.
@FunctionalInterface
public interface ByteSource {

    /// `length` bytes from `offset` on. Who opens it closes it.
    InputStream open(long offset, long length) throws IOException;
}
