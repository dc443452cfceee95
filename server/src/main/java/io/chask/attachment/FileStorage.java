package io.chask.attachment;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.UUID;

/// Port: where the bytes of files lie. A file's place follows from its organization and id alone, never from a name.
public interface FileStorage {

    /// Begins a file that nobody can see yet.
    Incoming begin(UUID organization, UUID id) throws IOException;

    /// Opens a file for reading; any part of it may be read.
    ///
    /// @throws NoSuchFileException when there is none
    SeekableByteChannel open(UUID organization, UUID id) throws IOException;

    /// Removes a file; does nothing when there is none.
    void delete(UUID organization, UUID id) throws IOException;

    /// A file being written.
    interface Incoming extends Closeable {

        /// Where its bytes go.
        OutputStream output();

        /// What has been written so far, for looking at.
        SeekableByteChannel written() throws IOException;

        /// Makes it durable under its name, as a whole. Nothing is written afterwards.
        void keep() throws IOException;

        /// Removes it, unless it was kept.
        @Override
        void close() throws IOException;
    }
}
