package io.chask.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Stops something when the process is told to stop, also while it is still being made: then whoever makes it is
/// interrupted, and ends what he has begun himself, by failing.
public final class StopHook {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Thread hook;

    private StopHook(Thread hook) {
        this.hook = hook;
    }

    /// What was made, and its hook.
    public record Guarded<T>(T value, StopHook hook) {}

    /// Makes it under the protection of the hook.
    ///
    /// @param stop runs when the process ends, unless the hook is taken back
    public static <T> Guarded<T> guard(Supplier<T> make, Consumer<T> stop) {
        var maker = Thread.currentThread();
        var made = new CompletableFuture<T>();
        var hook = new StopHook(new Thread(() -> stop(maker, made, stop), "stop"));
        Runtime.getRuntime().addShutdownHook(hook.hook);
        try {
            T value = make.get();
            made.complete(value);
            return new Guarded<>(value, hook);
        } catch (RuntimeException failure) {
            made.completeExceptionally(failure);
            hook.takeBack();
            throw failure;
        }
    }

    private static <T> void stop(Thread maker, CompletableFuture<T> made, Consumer<T> stop) {
        if (!made.isDone()) {
            maker.interrupt();
        }
        try {
            stop.accept(made.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException nothingMade) {
            // It has ended what it had begun.
        } catch (InterruptedException | TimeoutException stuck) {
            System.err.println("What had begun could not be stopped in time.");
        }
    }

    /// The end comes in the ordinary way.
    public void takeBack() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // It runs already.
        }
    }
}
