package io.chask.database;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends threads that use the database. Interrupted in the midst of a statement, a task breaks its connection.
public final class QuietStop {

    /// What one that has begun gets, for a process that is told to stop must end soon.
    public static final Duration GRACE = Duration.ofSeconds(2);

    private QuietStop() {}

    /// Takes no more tasks, lets those that have begun end within the grace, and interrupts what is left then.
    public static void end(ExecutorService threads, Duration grace) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
