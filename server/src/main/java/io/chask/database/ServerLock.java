package io.chask.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One server at most works on a data folder: it holds a lock on a file there, which ends with its process, however
/// that
/// ends. Commands beside it do not take the lock.
public final class ServerLock implements AutoCloseable {

    /// The lock lies beyond what is ever written, so that others may read the process id: on some systems a lock keeps
    /// readers out.
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final FileChannel file;

    private ServerLock(FileChannel file) {
        this.file = file;
    }

    /// Takes the folder, making it if need be.
    ///
    /// @throws DataFolderInUse naming the process that has it
    public static ServerLock claim(Path dataFolder) {
        Path path = dataFolder.resolve("server.lock");
        try {
            Files.createDirectories(dataFolder);
            FileChannel file = open(path);
            if (lock(file) == null) {
                file.close();
                throw new DataFolderInUse("The data folder " + dataFolder + " is in use by another Chask server"
                        + named(path) + ": stop that one, or choose another folder with --data.");
            }
            file.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            file.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return new ServerLock(file);
        } catch (IOException e) {
            throw new UncheckedIOException("locking " + path, e);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock(PLACE, 1, false);
        } catch (OverlappingFileLockException e) {
            // This very process has it.
            return null;
        }
    }

    private static String named(Path path) throws IOException {
        String pid = Files.readString(path, StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    @Override
    public void close() {
        try (file) {
            file.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("leaving the data folder", e);
        }
    }
}
