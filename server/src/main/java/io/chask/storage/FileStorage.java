package io.chask.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Port: where the bytes of files lie. All methods block.
public interface FileStorage {

    /// The folder in which files are received, before anybody can see them.
    Path incoming() throws IOException;

    /// Makes a received file durable under its key, as a whole or not at all. The received file is gone afterwards.
    ///
    /// @throws StoreUnreachable when nobody can tell whether there is room
    /// @throws IOException when there is no room
    void keep(Path received, FileKey key) throws IOException;

    /// Kept bytes for reading; empty when there are none.
    ///
    /// @throws StoreUnreachable when nobody can tell
    Optional<KeptFile> find(FileKey key) throws IOException;

    /// Removes kept bytes; does nothing when there are none.
    void delete(FileKey key) throws IOException;
}
