package io.chask.config;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the server listens and how it stops.
///
/// @param port           0 for a free one
/// @param publicUrl      where browsers reach it, without a path; null: `http://localhost` and the port
/// @param trustedProxies addresses or CIDR networks whose `X-Forwarded-For` counts
/// @param drainWait      between "not ready" and closing connections
/// @param stopTimeout    for work under way when stopping
public record ServerConfig(
        String host,
        int port,
        @Nullable URI publicUrl,
        List<String> trustedProxies,
        Duration drainWait,
        Duration stopTimeout) {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

    public ServerConfig {
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(ServerConfig::checkNetwork);
        Check.range(Settings.PORT, port, 0, 65_535);
        Check.positiveOrZero(Settings.DRAIN_WAIT, drainWait);
        Check.positive(Settings.STOP_TIMEOUT, stopTimeout);
        if (stopTimeout.compareTo(LONGEST_STOP) > 0) {
            throw new BadConfig(Settings.STOP_TIMEOUT.key(), "at most 25s, so that the process ends within 30s");
        }
        if (publicUrl != null && !isBase(publicUrl)) {
            throw new BadConfig(
                    Settings.PUBLIC_URL.key(), "must be http:// or https:// with a host and no path, not " + publicUrl);
        }
    }

    private static void checkNetwork(String network) {
        var parts = network.split("/", 2);
        try {
            int bits = InetAddress.ofLiteral(parts[0]).getAddress().length * 8;
            if (parts.length == 1 || (parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= bits)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw noNetwork(network);
        }
        throw noNetwork(network);
    }

    private static BadConfig noNetwork(String network) {
        return new BadConfig(
                Settings.TRUSTED_PROXIES.key(), "\"" + network + "\" is no address such as 10.0.0.7 or 10.0.0.0/8");
    }

    private static boolean isBase(URI url) {
        var scheme = url.getScheme();
        return ("http".equals(scheme) || "https".equals(scheme))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
    }

    /// The public address without a trailing slash.
    ///
    /// @param boundPort the port really taken
    public URI baseUrl(int boundPort) {
        if (publicUrl == null) {
            return URI.create("http://localhost:" + boundPort);
        }
        var text = publicUrl.toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
}
