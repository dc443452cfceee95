package io.chask;

import io.chask.config.Configuration;
import io.chask.edge.EdgeObserver;
import io.chask.edge.EdgeOptions;
import io.chask.edge.EdgeServer;
import io.chask.edge.Routes;
import io.chask.edge.StreamEndpoint;
import io.chask.edge.StreamOptions;

/// The edge as the configuration wants it.
final class Edges {

    private static final int MAX_JSON_BYTES = 64 * 1024;

    private Edges() {}

    static EdgeServer start(Configuration configuration, Routes routes, StreamEndpoint streams, EdgeObserver observer) {
        return EdgeServer.start(options(configuration), routes, streams, observer);
    }

    private static EdgeOptions options(Configuration configuration) {
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
