package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.wire.CloseCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on a free port, and a client for it.
final class EdgeFixture implements AutoCloseable {
    /// How long a test waits for what has to come.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final TestEndpoint endpoint = new TestEndpoint();
    final BlockingQueue<Integer> closeCodes = new LinkedBlockingQueue<>();
    final EdgeServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private EdgeFixture(EdgeOptions options, Consumer<Routes> routes, LongSupplier nanos) {
        var table = new Routes();
        routes.accept(table);
        var observer = new EdgeObserver() {
            @Override
            public void streamClosed(int code) {
                closeCodes.add(code);
            }
        };
        server = EdgeServer.start(options, table, endpoint, observer, nanos);
    }

    static EdgeFixture withRoutes(Consumer<Routes> routes) {
        return with(EdgeOptions.on("127.0.0.1", 0), routes);
    }

    static EdgeFixture with(EdgeOptions options, Consumer<Routes> routes) {
        return new EdgeFixture(options, routes, System::nanoTime);
    }

    static EdgeFixture withStreams(StreamOptions streams) {
        return withStreams(streams, System::nanoTime);
    }

    /// By the test's own clock.
    static EdgeFixture withStreams(StreamOptions streams, LongSupplier nanos) {
        var options = EdgeOptions.on("127.0.0.1", 0);
        return new EdgeFixture(
                new EdgeOptions(
                        options.host(), options.port(), options.trustedProxies(), options.maxJsonBytes(), streams),
                _ -> {},
                nanos);
    }

    /// Time-outs long enough never to strike in a test.
    static StreamOptions patient() {
        return new StreamOptions(
                10_000,
                Duration.ofSeconds(60),
                Duration.ofSeconds(120),
                Duration.ofSeconds(25),
                256,
                1 << 20,
                64L << 20);
    }

    /// Waits until a stream has been closed with this code.
    void awaitClose(CloseCode code) {
        while (await(closeCodes) != code.number()) {
            // Another stream's.
        }
    }

    /// Waits for what comes next there.
    static <T> T await(BlockingQueue<T> queue) {
        try {
            var next = queue.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            return Objects.requireNonNull(next);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopping);
        }
    }

    int port() {
        return server.port();
    }

    HttpResponse<byte[]> send(String method, String path, UnaryOperator<HttpRequest.Builder> more) {
        var request = more.apply(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .timeout(PATIENCE)
                        .method(method, HttpRequest.BodyPublishers.noBody()))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new AssertionError(method + " " + path, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopping);
        }
    }

    HttpResponse<byte[]> get(String path) {
        return send("GET", path, request -> request);
    }

    HttpResponse<byte[]> post(String path, String contentType, String body) {
        return send(
                "POST",
                path,
                request -> request.header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
