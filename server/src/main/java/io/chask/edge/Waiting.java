package io.chask.edge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Lets a virtual thread wait for an event loop.
final class Waiting {
    private Waiting() {}

    /// The value, once it is there.
    ///
    /// @throws Refused as it was given
    /// @throws ClientGone when the client has left or wrote what is not HTTP
    static <T> T on(CompletableFuture<T> value) {
        try {
            return value.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new ClientGone(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ClientGone(stopping);
        }
    }
}
