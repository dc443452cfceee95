package io.chask.bench.load;

import org.HdrHistogram.Histogram;

/// What one window of load gave.
///
/// @param name      of the row
/// @param perSecond delivered messages a second
/// @param delivery  from send to the other side's receipt, in nanoseconds
/// @param sent      from send to the sender's `sent`, in nanoseconds
/// @param failures  refused messages and lost connections
/// @param offered   messages that were appointed within the window; in a closed loop, what was delivered
/// @param undelivered of those
public record Result(
        String name,
        double perSecond,
        Histogram delivery,
        Histogram sent,
        long failures,
        long offered,
        long undelivered) {}
