package io.chask.attachment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/// Files on the server's own disk: `<root>/<organization>/<last two digits>/<id>`. What is being received stands in
/// `<root>/incoming/` until it is whole and flushed; then it is renamed, so a crash leaves no half file under a name.
public final class DiskStorage implements FileStorage {

    private final Path root;

    /// A storage below this folder, which is made when needed.
    public DiskStorage(Path root) {
        this.root = root;
    }

    /// Removes what a crash left half-received. To be called before the first upload.
    public void discardIncoming() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming())) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public Path incoming() throws IOException {
        return Files.createDirectories(root.resolve("incoming"));
    }

    @Override
    public void keep(Path received, UUID organization, UUID id) throws IOException {
        flush(received, StandardOpenOption.WRITE);
        var folder = Files.createDirectories(folder(organization, id));
        Files.move(received, folder.resolve(id.toString()), StandardCopyOption.ATOMIC_MOVE);
        // A rename is durable once the folder is; where a folder cannot be opened (Windows), the system sees to it.
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            flush(folder, StandardOpenOption.READ);
        }
    }

    private static void flush(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    @Override
    public Optional<Path> find(UUID organization, UUID id) {
        return Optional.of(folder(organization, id).resolve(id.toString())).filter(Files::isRegularFile);
    }

    @Override
    public void delete(UUID organization, UUID id) throws IOException {
        Files.deleteIfExists(folder(organization, id).resolve(id.toString()));
    }

    private Path folder(UUID organization, UUID id) {
        var name = id.toString();
        return root.resolve(organization.toString()).resolve(name.substring(name.length() - 2));
    }
}
