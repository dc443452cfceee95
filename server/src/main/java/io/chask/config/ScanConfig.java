package io.chask.config;

import java.time.Duration;

/// The virus scanner.
///
/// @param address `tcp://host:port` or `unix:/path` of clamd
/// @param required whether a file that could not be scanned is refused
/// @param timeout for one file
public record ScanConfig(String address, boolean required, Duration timeout) {

    public ScanConfig {
        if (!address.matches("tcp://[^:/\\s]+:\\d{1,5}|unix:/.+")) {
            throw new BadConfig(
                    Settings.ATTACHMENTS_CLAMD.key(),
                    "must be such as tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl");
        }
        Check.positive(Settings.SCAN_TIMEOUT, timeout);
    }
}
