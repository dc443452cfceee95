package io.chask.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of files that are being received.
final class Incoming {

    private final Path folder;

    Incoming(Path folder) {
        this.folder = folder;
    }

    Path folder() throws IOException {
        return Files.createDirectories(folder);
    }

    /// Removes what a crash left half-received.
    void discard() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder())) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
