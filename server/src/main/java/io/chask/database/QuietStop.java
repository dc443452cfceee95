package io.chask.database;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends threads that use the database. Interrupted in the midst of a statement, a task breaks its connection.
public final class QuietStop {

    private static final long GRACE_SECONDS = 2;

    private QuietStop() {}

    /// Takes no more tasks, lets those that have begun end for at most two seconds, and interrupts what is left then.
    public static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
