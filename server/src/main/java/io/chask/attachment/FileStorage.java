package io.chask.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// Port: where the bytes of files lie. A file's place follows from its organization and id alone, never from a name.
public interface FileStorage {

    /// The folder in which files are received, before anybody can see them.
    Path incoming() throws IOException;

    /// Makes a received file durable under its id, as a whole or not at all. The received file is gone afterwards.
    void keep(Path received, UUID organization, UUID id) throws IOException;

    /// A kept file for reading; empty when there is none.
    Optional<Path> find(UUID organization, UUID id);

    /// Removes a file; does nothing when there is none.
    void delete(UUID organization, UUID id) throws IOException;
}
