package io.chask.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whom the server itself may call.
///
/// @param allow `name` or `name:port` that may be private and without TLS
public record OutgoingConfig(Set<String> allow) {

    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9.-]+)(:\\d{1,5})?");

    public OutgoingConfig {
        allow = allow.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        for (var host : allow) {
            if (!HOST.matcher(host).matches()) {
                throw new BadConfig(
                        Settings.OUTGOING_ALLOW.key(),
                        '"' + host + "\" is no host such as id.internal or id.internal:8443");
            }
        }
    }
}
