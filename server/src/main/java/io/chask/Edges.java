package io.chask;

import io.chask.config.Configuration;
import io.chask.edge.EdgeOptions;
import io.chask.edge.StreamOptions;

/// What the edge is told of the configuration.
final class Edges {

    private static final int MAX_JSON_BYTES = 64 * 1024;

    private Edges() {}

    static EdgeOptions options(Configuration configuration) {
        var server = configuration.server();
        var delivery = configuration.delivery();
        var streams = new StreamOptions(
                delivery.hellosPerSecond(),
                delivery.helloTimeout(),
                delivery.idleTimeout(),
                delivery.pingInterval(),
                delivery.outboxFrames(),
                delivery.outboxBytes(),
                Runtime.getRuntime().maxMemory() / 100 * delivery.heapPercent());
        return new EdgeOptions(server.host(), server.port(), server.trustedProxies(), MAX_JSON_BYTES, streams);
    }
}
