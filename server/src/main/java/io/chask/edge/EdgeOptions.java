package io.chask.edge;

import java.util.List;

/// How the server listens.
///
/// @param host address to bind, such as `0.0.0.0`
/// @param port TCP port; 0 takes a free one, see [EdgeServer#port]
/// @param trustedProxies CIDR blocks whose `X-Forwarded-*` headers count; empty: none do
/// @param maxJsonBytes largest JSON body of a request
/// @param streams limits of the streams
public record EdgeOptions(String host, int port, List<String> trustedProxies, int maxJsonBytes, StreamOptions streams) {
    public EdgeOptions {
        trustedProxies = List.copyOf(trustedProxies);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535, not " + port);
        }
        if (maxJsonBytes < 1) {
            throw new IllegalArgumentException("maxJsonBytes must be at least 1, not " + maxJsonBytes);
        }
    }

    /// The protocol's limits, no trusted proxy, JSON bodies of at most 64 KiB.
    public static EdgeOptions on(String host, int port) {
        return new EdgeOptions(host, port, List.of(), 65_536, StreamOptions.defaults());
    }
}
