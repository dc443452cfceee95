package io.chask.edge;

import java.time.Duration;

/// Limits of the streams (wire/PROTOCOL.md §3 and §8).
///
/// @param hellosPerSecond admission of new streams a node, and half of it, but 20 at least, an address; the buckets
///     hold one second's worth
/// @param helloTimeout time a new socket has for its `hello`, then 4104
/// @param idleTimeout longest silence of a client, then 4103
/// @param pingInterval after which a server that has written nothing writes `ping`: a client can tell that it lives
/// @param outboxFrames frames that may wait for one connection that does not take them, then 4102
/// @param outboxBytes bytes that may wait for one connection, then 4102
/// @param totalOutboxBytes bytes that may wait for all connections together; above it the fullest is closed first
public record StreamOptions(
        int hellosPerSecond,
        Duration helloTimeout,
        Duration idleTimeout,
        Duration pingInterval,
        int outboxFrames,
        int outboxBytes,
        long totalOutboxBytes) {
    public StreamOptions {
        if (hellosPerSecond < 1 || outboxFrames < 1 || outboxBytes < 1 || totalOutboxBytes < 1) {
            throw new IllegalArgumentException("limits of streams must be positive");
        }
        if (!helloTimeout.isPositive() || !idleTimeout.isPositive() || !pingInterval.isPositive()) {
            throw new IllegalArgumentException("time-outs of streams must be positive");
        }
    }

    /// 500 hellos a second, 10 s, 60 s, 25 s, 256 frames or 1 MiB a connection, a quarter of the heap for all.
    public static StreamOptions defaults() {
        return new StreamOptions(
                500,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(25),
                256,
                1 << 20,
                Runtime.getRuntime().maxMemory() / 4);
    }

    /// The same with another admission rate.
    public StreamOptions withHellosPerSecond(int rate) {
        return new StreamOptions(
                rate, helloTimeout, idleTimeout, pingInterval, outboxFrames, outboxBytes, totalOutboxBytes);
    }
}
