package io.chask.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Who uses an embedded PostgreSQL. Each process that does holds a shared lock on a file; the last one to leave stops
/// the server. So a
/// command beside a running server never takes its database away. Locks vanish with their process, however it ends.
final class ClusterUsers implements AutoCloseable {

    private final FileChannel file;
    private final FileChannel gate;
    private @Nullable FileLock shared;

    ClusterUsers(ClusterFolder folder) {
        file = open(folder.path("users.lock"));
        gate = open(folder.path("start.lock"));
    }

    /// Runs `start` while no other process starts or stops this cluster, and counts this process among its users from
    /// then on.
    void enter(Runnable start) {
        try (FileLock _ = gate.lock()) {
            try {
                shared = file.lock(0, Long.MAX_VALUE, true);
            } catch (OverlappingFileLockException e) {
                // Somebody else in this very process holds it, and will stop the server.
                shared = null;
            }
            start.run();
        } catch (IOException e) {
            throw new UncheckedIOException("locking the database folder", e);
        }
    }

    /// Leaves; runs `stop` if nobody else is there.
    void leave(Runnable stop) {
        FileLock own = shared;
        if (own == null) {
            return;
        }
        try (FileLock _ = gate.lock()) {
            own.release();
            shared = null;
            try (FileLock alone = file.tryLock()) {
                if (alone != null) {
                    stop.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unlocking the database folder", e);
        }
    }

    private static FileChannel open(Path path) {
        try {
            return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("opening " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
            gate.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing lock files", e);
        }
    }
}
