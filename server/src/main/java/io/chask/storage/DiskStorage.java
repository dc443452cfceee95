package io.chask.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Files on the server's own disk: `<root>/<organization>/<last two digits>/<id>`. What is being received stands in
/// `<root>/incoming/` until it is whole and flushed; then it is renamed, so a crash leaves no half file under a name.
public final class DiskStorage implements FileStorage {

    private final Path root;
    private final Incoming incoming;

    /// A storage below this folder, which is made when needed. Removes what a crash left half-received: nobody else may
    /// be receiving there.
    public DiskStorage(Path root) throws IOException {
        this.root = root;
        this.incoming = new Incoming(root.resolve("incoming"));
        incoming.discard();
    }

    @Override
    public Path incoming() throws IOException {
        return incoming.folder();
    }

    @Override
    public void keep(Path received, FileKey key) throws IOException {
        flush(received, StandardOpenOption.WRITE);
        var folder = Files.createDirectories(folder(key));
        Files.move(received, folder.resolve(key.leaf()), StandardCopyOption.ATOMIC_MOVE);
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
    public Optional<KeptFile> find(FileKey key) throws IOException {
        var path = path(key);
        return Files.isRegularFile(path) ? Optional.of(new KeptFile.OnDisk(path, Files.size(path))) : Optional.empty();
    }

    @Override
    public void delete(FileKey key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    private Path path(FileKey key) {
        return folder(key).resolve(key.leaf());
    }

    private Path folder(FileKey key) {
        var name = key.id().toString();
        return root.resolve(key.organization().toString()).resolve(name.substring(name.length() - 2));
    }
}
