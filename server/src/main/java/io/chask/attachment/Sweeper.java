package io.chask.attachment;

import io.chask.database.Database;
import io.chask.storage.FileKey;
import io.chask.storage.FileStorage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes files that were uploaded and never sent, a day later, and what an upload that was cut off has left. What a
/// message holds is never removed. Several nodes may sweep at once.
public final class Sweeper implements AutoCloseable {

    /// As long as a browser keeps trying to send a message (wire/PROTOCOL.md §4).
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int BATCH = 500;

    private final LeavingFiles leaving;
    private final Database watcher;
    private final FileStorage storage;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("files").factory());

    /// A sweeper that does nothing by itself until it is started.
    ///
    /// @param watcher sees ids of all organizations
    public Sweeper(Database application, Database watcher, FileStorage storage) {
        this.leaving = new LeavingFiles(application);
        this.watcher = watcher;
        this.storage = storage;
    }

    /// Sweeps now and then.
    public Sweeper start(Clock clock) {
        var _ = timer.scheduleWithFixedDelay(() -> look(clock), 1, PERIOD.toMinutes(), TimeUnit.MINUTES);
        return this;
    }

    private void look(Clock clock) {
        try {
            sweep(clock.instant());
        } catch (RuntimeException failure) {
            // The next look must come whatever happened.
            LOG.warn("files that nobody sent could not be removed; trying again later", failure);
        }
    }

    /// Removes what nobody has sent for a day.
    public void sweep(Instant now) {
        for (var organization : LeavingFiles.organizations(watcher)) {
            sweep(organization, now.minus(PATIENCE));
        }
    }

    private void sweep(UUID organization, Instant before) {
        var files = leaving.mark(organization, before, BATCH);
        if (files.isEmpty()) {
            return;
        }
        try {
            remove(organization, files);
            LOG.info("removed {} files that were never sent", files.size());
        } catch (IOException failure) {
            LOG.warn("the bytes of files that were never sent could not be removed; trying again later", failure);
        }
    }

    private void remove(UUID organization, List<UUID> files) throws IOException {
        for (var file : files) {
            storage.delete(FileKey.thumbnail(organization, file));
            storage.delete(FileKey.file(organization, file));
        }
        leaving.remove(organization, files);
    }

    /// Removes what an upload has begun and could not finish. What cannot be removed now, is swept later.
    void discard(StoredFile file) {
        try {
            if (leaving.abandon(file.organization(), file.id())) {
                remove(file.organization(), List.of(file.id()));
            }
        } catch (IOException | RuntimeException failure) {
            LOG.warn("what is left of a failed upload could not be removed; trying again later", failure);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
