package io.chask.edge;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The Vert.x HTTP server: one listener an event loop, all on one port.
final class HttpListener implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final ExecutorService threads;
    private final StreamHub hub;
    private final Dispatcher dispatcher;
    private final StreamUpgrade upgrade;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    private HttpListener(
            EdgeOptions options, RouteTable table, StreamEndpoint endpoint, EdgeObserver observer, LongSupplier nanos) {
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("edge-", 0).factory());
        vertx = Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        hub = new StreamHub(options.streams(), endpoint, observer, threads, nanos);
        dispatcher = new Dispatcher(table, options, observer);
        upgrade = new StreamUpgrade(hub, dispatcher);
    }

    /// @param nanos monotonic time of the streams; how often they are swept goes by the real one
    static HttpListener start(
            EdgeOptions options, Routes routes, StreamEndpoint endpoint, EdgeObserver observer, LongSupplier nanos) {
        var listener = new HttpListener(options, routes.table(), endpoint, observer, nanos);
        new EventStreams(listener.hub).addTo(routes);
        try {
            listener.listen(options);
        } catch (RuntimeException failure) {
            listener.close();
            throw failure;
        }
        return listener;
    }

    private void listen(EdgeOptions options) {
        // A negative port lets Vert.x take one free port for all instances together.
        int port = options.port() == 0 ? -1 : options.port();
        var deployment =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        try {
            vertx.deployVerticle(() -> new Acceptor(options.host(), port), deployment)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failure) {
            throw unavailable(options, failure);
        }
        long sweep = hub.sweepInterval().toMillis();
        vertx.setPeriodic(sweep, _ -> hub.sweep());
    }

    private static RuntimeException unavailable(EdgeOptions options, CompletionException failure) {
        var place = options.host() + " port " + options.port();
        return switch (failure.getCause()) {
            case UnknownHostException _ ->
                new AddressUnavailable("There is no address " + options.host() + " to listen on (--host).", failure);
            // The native transport has an exception of its own, which tells the cause by its text only.
            case IOException taken
            when String.valueOf(taken.getMessage()).contains("in use") ->
                new AddressUnavailable(
                        "Port " + options.port() + " is in use by another program: stop that one, or choose another"
                                + " port with --port.",
                        failure);
            case IOException refused ->
                new AddressUnavailable("Cannot listen on " + place + ": " + refused.getMessage(), failure);
            case null, default -> failure;
        };
    }

    private final class Acceptor extends VerticleBase {
        private final String host;
        private final int port;

        Acceptor(String host, int port) {
            this.host = host;
            this.port = port;
        }

        @Override
        public Future<?> start() {
            var server = vertx.createHttpServer(new HttpServerOptions()
                    .setHttp2ClearTextEnabled(false)
                    .setCompressionSupported(false)
                    .setPerMessageWebSocketCompressionSupported(false)
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setHandle100ContinueAutomatically(true)
                    .setMaxHeaderSize(16_384)
                    .setMaxInitialLineLength(8_192)
                    .setAcceptBacklog(4_096)
                    .setTcpNoDelay(true)
                    .setIdleTimeout(75)
                    .setIdleTimeoutUnit(TimeUnit.SECONDS));
            servers.add(server);
            var own = context;
            return server.requestHandler(request -> accept(request, own)).listen(port, host);
        }
    }

    private void accept(HttpServerRequest request, Context context) {
        request.pause();
        threads.execute(() -> {
            if (StreamUpgrade.wanted(request)) {
                upgrade.answer(request, context);
            } else {
                dispatcher.dispatch(request, context);
            }
        });
    }

    int port() {
        return servers.getFirst().actualPort();
    }

    StreamHub streams() {
        return hub;
    }

    @Override
    public void close() {
        Future.join(servers.stream()
                        .map(server -> server.shutdown(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .toList())
                .transform(_ -> vertx.close())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        endThreads();
    }

    /// Requests have had their time; what still runs waits for something that does not come.
    private void endThreads() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
