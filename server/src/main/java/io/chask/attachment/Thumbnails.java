package io.chask.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes small pictures. A picture of a stranger is decoded here: one at a time, a few waiting, within a time limit,
/// and
/// whatever goes wrong there is none, which harms nobody.
public final class Thumbnails implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final int WAITING = 8;

    private final Duration limit;
    private final ExecutorService worker = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("thumbnails").factory());

    /// @param limit for waiting and decoding together
    public Thumbnails(Duration limit) {
        this.limit = limit;
    }

    /// A small picture in a file beside; empty when none is needed or none can be made.
    ///
    /// @param mimeType what the bytes were found to be
    Optional<Path> make(Path image, String mimeType) {
        var target = image.resolveSibling(image.getFileName() + ".small");
        var task = new ThumbnailTask(image, mimeType, target);
        boolean made = false;
        try {
            made = worker.submit(task).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return made ? Optional.of(target) : Optional.empty();
        } catch (RejectedExecutionException | TimeoutException busy) {
            LOG.info("a small picture was not made in time");
            task.abort();
            return Optional.empty();
        } catch (ExecutionException failure) {
            // Also an OutOfMemoryError of a single picture. The message may name what is in the file.
            LOG.info("a small picture could not be made: {}", kind(failure.getCause()));
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            task.abort();
            return Optional.empty();
        } finally {
            if (!made) {
                delete(target);
            }
        }
    }

    private static String kind(@Nullable Throwable cause) {
        return cause == null ? "" : cause.getClass().getName();
    }

    private static void delete(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException failure) {
            LOG.warn("half a small picture could not be removed; the next start does", failure);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
