package io.chask.config;

/// How much one caller may do. 0 switches a limit off.
///
/// @param burst             messages of a visitor at once
/// @param perSecond         messages of a visitor a second after that
/// @param sessionsPerMinute new visitors from one address
/// @param uploadsPerMinute  files of one visitor
/// @param signIns           failed sign-ins from one address, or for one e-mail, within 15 minutes
/// @param shared            by all of an address, a key or an organization
public record QuotaConfig(
        int burst, int perSecond, int sessionsPerMinute, int uploadsPerMinute, int signIns, SharedQuotaConfig shared) {

    private static final int MOST = 1_000_000;

    public QuotaConfig {
        Check.range(Settings.QUOTA_BURST, burst, 1, MOST);
        Check.range(Settings.QUOTA_RATE, perSecond, 0, MOST);
        Check.range(Settings.QUOTA_SESSIONS, sessionsPerMinute, 0, MOST);
        Check.range(Settings.QUOTA_UPLOADS, uploadsPerMinute, 0, MOST);
        Check.range(Settings.QUOTA_LOGINS, signIns, 1, MOST);
    }
}
