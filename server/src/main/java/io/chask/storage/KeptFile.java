package io.chask.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Stored bytes for reading.
public sealed interface KeptFile {

    /// Bytes of the whole.
    long size();

    /// On the server's disk.
    record OnDisk(Path path, long size) implements KeptFile {}

    /// Somewhere else.
    ///
    /// @param tag changes with the content; made of letters, digits and hyphens
    record Elsewhere(long size, String tag, Source source) implements KeptFile {}

    /// Reads a part of the bytes. The caller closes the stream.
    @FunctionalInterface
    interface Source {
        /// `length` bytes from `offset` on.
        InputStream open(long offset, long length) throws IOException;
    }
}
