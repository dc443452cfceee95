package io.chask.bench.client;

import java.time.Duration;
import java.util.Optional;

/// Which errors a page's owner is told (wire/PROTOCOL.md §7): one for each outage, and none for a deploy that is over
/// within 30 s. Always in real time: what people see does not get faster with the [Tempo]. Not safe for several
/// threads.
final class Outage {

    private static final long QUIET_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int DRAINING = 4200;
    private static final int SERVICE_RESTART = 1012;

    private boolean lasting;
    private boolean quiet;
    private boolean told;
    private long since;

    /// A connection was lost, or could not be made; the error to report, if it is time to.
    Optional<String> lost(int code, long now) {
        if (!lasting) {
            lasting = true;
            told = false;
            since = now;
            quiet = code == DRAINING || code == SERVICE_RESTART;
        }
        return tell(code, now);
    }

    /// `welcome` came; the error to report, if it came too late.
    Optional<String> welcomed(long now) {
        var late = lasting ? tell(SERVICE_RESTART, now) : Optional.<String>empty();
        lasting = false;
        return late;
    }

    private Optional<String> tell(int code, long now) {
        if (told || (quiet && now - since < QUIET_NANOS)) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(Closing.of(code) == Closing.STOP_UNAUTHORIZED ? "AUTH_ERROR" : "CONNECTION_ERROR");
    }
}
