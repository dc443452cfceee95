package io.chask.edge;

import java.time.Duration;

/// Told what happens, for metrics. Called on event loops and virtual threads: must be quick and thread-safe.
public interface EdgeObserver {
    /// A request has been answered.
    ///
    /// @param template the route's template, or `unmatched`
    default void answered(String method, String template, int status, Duration took) {}

    /// A stream has begun.
    default void streamOpened() {}

    /// A stream has ended with this close code (1005 none given, 1006 connection lost).
    default void streamClosed(int code) {}
}
