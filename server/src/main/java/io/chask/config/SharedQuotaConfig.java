package io.chask.config;

/// How much all who share something may do together: an address, a key, an organization. 0 switches a limit off.
///
/// @param settingsPerMinute            fetches of the widget's settings from one address
/// @param sessionsPerMinute            new visitors by one API key
/// @param streamsPerMinute             streams one visitor opens
/// @param messagesPerSecond            visitors' messages from one address
/// @param organizationPerSecond        visitors' messages of one organization
/// @param organizationUploadsPerMinute visitors' files of one organization
public record SharedQuotaConfig(
        int settingsPerMinute,
        int sessionsPerMinute,
        int streamsPerMinute,
        int messagesPerSecond,
        int organizationPerSecond,
        int organizationUploadsPerMinute) {

    private static final int MOST = 1_000_000;

    public SharedQuotaConfig {
        Check.range(Settings.QUOTA_SETTINGS, settingsPerMinute, 0, MOST);
        Check.range(Settings.QUOTA_KEY_SESSIONS, sessionsPerMinute, 0, MOST);
        Check.range(Settings.QUOTA_STREAMS, streamsPerMinute, 0, MOST);
        Check.range(Settings.QUOTA_ADDRESS_RATE, messagesPerSecond, 0, MOST);
        Check.range(Settings.QUOTA_ORGANIZATION_RATE, organizationPerSecond, 0, MOST);
        Check.range(Settings.QUOTA_ORGANIZATION_UPLOADS, organizationUploadsPerMinute, 0, MOST);
    }
}
