package io.chask.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/// Files on the server's own disk: `<root>/<organization>/<first two digits>/<id>`. What is being written stands in
/// `<root>/incoming/` until it is whole and flushed; then it is renamed, so a crash leaves no half file under a name.
public final class DiskStorage implements FileStorage {

    private final Path root;
    private final Path incoming;

    /// A storage below this folder, which is made when needed.
    public DiskStorage(Path root) {
        this.root = root;
        this.incoming = root.resolve("incoming");
    }

    /// Removes what a crash left half-written. To be called before the first upload.
    public void discardIncoming() throws IOException {
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public Incoming begin(UUID organization, UUID id) throws IOException {
        Files.createDirectories(incoming);
        var temporary = incoming.resolve(id + ".part");
        var channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
        return new DiskIncoming(channel, temporary, path(organization, id));
    }

    @Override
    public SeekableByteChannel open(UUID organization, UUID id) throws IOException {
        return FileChannel.open(path(organization, id), StandardOpenOption.READ);
    }

    @Override
    public void delete(UUID organization, UUID id) throws IOException {
        Files.deleteIfExists(path(organization, id));
    }

    private Path path(UUID organization, UUID id) {
        var name = id.toString();
        return root.resolve(organization.toString())
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }

    private static final class DiskIncoming implements Incoming {

        private final FileChannel channel;
        private final Path temporary;
        private final Path target;
        private boolean kept;

        private DiskIncoming(FileChannel channel, Path temporary, Path target) {
            this.channel = channel;
            this.temporary = temporary;
            this.target = target;
        }

        @Override
        public OutputStream output() {
            return Channels.newOutputStream(channel);
        }

        @Override
        public SeekableByteChannel written() throws IOException {
            return FileChannel.open(temporary, StandardOpenOption.READ);
        }

        @Override
        public void keep() throws IOException {
            channel.force(true);
            var folder = Objects.requireNonNull(target.getParent(), "every file lies in a folder");
            Files.createDirectories(folder);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            kept = true;
            flushFolder(folder);
        }

        // A rename is durable once the folder is; where a folder cannot be opened (Windows), the system does it itself.
        private static void flushFolder(Path folder) throws IOException {
            if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return;
            }
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            if (!kept) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
