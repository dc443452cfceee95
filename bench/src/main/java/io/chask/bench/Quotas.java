package io.chask.bench;

import java.util.Map;

/// Settings of a server under measurement.
final class Quotas {

    /// Quotas out of the way: the load is one machine with few visitors. As environment, so that every command of the
    /// server sees the same.
    static final Map<String, String> LIFTED = Map.of(
            "CHASK_QUOTA_PER_SECOND", "0",
            "CHASK_QUOTA_SESSIONS_PER_MINUTE", "0",
            "CHASK_QUOTA_KEY_SESSIONS_PER_MINUTE", "0",
            "CHASK_QUOTA_STREAMS_PER_MINUTE", "0",
            "CHASK_QUOTA_ADDRESS_PER_SECOND", "0",
            "CHASK_QUOTA_ORGANIZATION_PER_SECOND", "0",
            "CHASK_DELIVERY_HELLOS_PER_SECOND", "100000");

    private Quotas() {}
}
