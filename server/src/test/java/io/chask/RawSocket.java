package io.chask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A stream's socket that reads only when it is told to, and may write less than a frame.
final class RawSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final byte[] MASK = {0, 0, 0, 0};

    private final Socket socket = new Socket();

    /// Opens the WebSocket, with little room for what it does not read.
    RawSocket(RunningServer server) throws IOException {
        var base = server.base();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        var head = "GET /v1/stream HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nOrigin: " + RunningServer.ORIGIN
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: chask.v1\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    void text(String text) throws IOException {
        socket.getOutputStream().write(frame(text));
    }

    void halfOf(String text) throws IOException {
        var whole = frame(text);
        socket.getOutputStream().write(Arrays.copyOf(whole, whole.length / 2));
    }

    private static byte[] frame(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | 126);
        frame.write(bytes.length >> 8);
        frame.write(bytes.length);
        frame.write(MASK);
        frame.write(bytes);
        return frame.toByteArray();
    }

    /// Everything until the server ends the connection.
    String readToEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
