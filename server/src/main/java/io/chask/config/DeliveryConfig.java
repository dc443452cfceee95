package io.chask.config;

import java.time.Duration;

/// Bounds of the stream (protocol §7).
///
/// @param outboxFrames    frames that may wait for one connection
/// @param outboxBytes     bytes that may wait for one connection
/// @param heapPercent     share of the heap for all waiting frames
/// @param helloTimeout    until the first frame
/// @param idleTimeout     silence until 4103
/// @param pingInterval    told to clients in `welcome`
/// @param hellosPerSecond new streams a second on this node
/// @param drainWindow     over which clients spread their reconnecting
public record DeliveryConfig(
        int outboxFrames,
        int outboxBytes,
        int heapPercent,
        Duration helloTimeout,
        Duration idleTimeout,
        Duration pingInterval,
        int hellosPerSecond,
        Duration drainWindow) {

    public DeliveryConfig {
        Check.range(Settings.OUTBOX_FRAMES, outboxFrames, 1, 100_000);
        Check.range(Settings.OUTBOX_BYTES, outboxBytes, 262_144, Integer.MAX_VALUE);
        Check.range(Settings.HEAP_SHARE, heapPercent, 1, 80);
        Check.positive(Settings.HELLO_TIMEOUT, helloTimeout);
        Check.positive(Settings.IDLE_TIMEOUT, idleTimeout);
        Check.positive(Settings.PING_INTERVAL, pingInterval);
        Check.range(Settings.HELLO_RATE, hellosPerSecond, 1, 1_000_000);
        Check.positiveOrZero(Settings.DRAIN_WINDOW, drainWindow);
        if (pingInterval.compareTo(idleTimeout) >= 0) {
            throw new BadConfig(Settings.PING_INTERVAL.key(), "must be shorter than " + Settings.IDLE_TIMEOUT.key());
        }
    }
}
