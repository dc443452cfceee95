package io.chask.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Fetches small documents. Dials only what the guard has checked, follows no redirect, and reads no longer and no more
/// than it must.
public final class OutgoingHttp implements AutoCloseable {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int SLOWEST_CONNECT_MILLIS = 3_000;

    private final UrlGuard guard;
    private final Duration limit;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outgoing-timer").factory());

    /// @param limit for one request, however its bytes trickle
    public OutgoingHttp(UrlGuard guard, Duration limit) {
        this.guard = guard;
        this.limit = limit;
    }

    /// The body of an answer 200. Blocks, at most for the limit.
    ///
    /// @throws UrlRefused when the server may not call this address
    /// @throws IOException when the document could not be had
    public byte[] get(URI url) throws IOException {
        var target = guard.check(url);
        try (var socket = connect(target.addresses(), target.port())) {
            var end = timer.schedule(() -> close(socket), limit.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return exchange(target.tls() ? secured(socket, target) : socket, target);
            } finally {
                end.cancel(false);
            }
        }
    }

    private static Socket connect(Iterable<InetAddress> addresses, int port) throws IOException {
        IOException failure = new IOException("no address");
        for (var address : addresses) {
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port), SLOWEST_CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    private static Socket secured(Socket socket, UrlGuard.Target target) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secured = (SSLSocket) factory.createSocket(socket, target.host(), target.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static byte[] exchange(Socket socket, UrlGuard.Target target) throws IOException {
        var path = target.url().getRawPath();
        var query = target.url().getRawQuery();
        // HTTP/1.0: the answer comes whole, ends with the connection, and is never in chunks.
        var head = "GET " + (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query)
                + " HTTP/1.0\r\nHost: " + target.host() + (target.url().getPort() < 0 ? "" : ":" + target.port())
                + "\r\nAccept: application/json\r\nUser-Agent: chask\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return HttpAnswer.body(bounded(socket.getInputStream()));
    }

    private static byte[] bounded(InputStream in) throws IOException {
        byte[] all = in.readNBytes(MOST_BYTES + 1);
        if (all.length > MOST_BYTES) {
            throw new IOException("the answer is too long");
        }
        return all;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
