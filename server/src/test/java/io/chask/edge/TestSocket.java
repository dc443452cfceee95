package io.chask.edge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A WebSocket client that may break every rule: frames are written byte by byte as the test says.
final class TestSocket implements AutoCloseable {
    static final String HELLO = "{\"type\":\"hello\",\"v\":1,\"token\":\"visitor\",\"client\":\"test/1\"}";
    private static final int TIMEOUT = (int) EdgeFixture.PATIENCE.toMillis();
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket;
    private final DataInputStream in;
    private final String answer;

    /// What the server wrote: a text, or the end of the stream.
    sealed interface Heard {
        /// A text frame.
        record Text(String text) implements Heard {}

        /// A close frame.
        record Closed(int code) implements Heard {}

        /// The end without a close frame.
        record Gone() implements Heard {}
    }

    private TestSocket(int port, Map<String, String> headers, int receiveBuffer) throws IOException {
        this(new Socket(), port, headers, receiveBuffer);
    }

    private TestSocket(Socket unconnected, int port, Map<String, String> headers, int receiveBuffer)
            throws IOException {
        socket = unconnected;
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
        socket.setSoTimeout(TIMEOUT);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        var request = new StringBuilder("GET /v1/stream HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        answer = readHead();
    }

    static Map<String, String> upgradeHeaders(int port) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Host", "127.0.0.1:" + port);
        headers.put("Connection", "keep-alive, Upgrade");
        headers.put("Upgrade", "websocket");
        headers.put("Origin", "https://shop.example");
        headers.put("Sec-WebSocket-Version", "13");
        headers.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        headers.put("Sec-WebSocket-Protocol", "other, chask.v1");
        return headers;
    }

    static TestSocket open(int port) throws IOException {
        return new TestSocket(port, upgradeHeaders(port), 0);
    }

    static TestSocket open(int port, Map<String, String> headers) throws IOException {
        return new TestSocket(port, headers, 0);
    }

    /// From another address of this machine.
    static TestSocket openFrom(String address, int port) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(address, 0));
        return new TestSocket(socket, port, upgradeHeaders(port), 0);
    }

    /// With a receive buffer of so many bytes, so that the server soon cannot write any more.
    static TestSocket openNarrow(int port, int receiveBuffer) throws IOException {
        return new TestSocket(port, upgradeHeaders(port), receiveBuffer);
    }

    /// An open stream that has said hello and been welcomed.
    static TestSocket welcomed(int port) throws IOException {
        var socket = open(port);
        socket.text(HELLO);
        socket.expect("welcome");
        return socket;
    }

    private String readHead() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    /// The status line and headers of the answer to the upgrade.
    String answer() {
        return answer;
    }

    int status() {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    void text(String text) throws IOException {
        frame(true, 1, text.getBytes(StandardCharsets.UTF_8));
    }

    void frame(boolean last, int opcode, byte[] payload) throws IOException {
        raw(encode(last, opcode, payload, true));
    }

    void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    static byte[] encode(boolean last, int opcode, byte[] payload, boolean masked) {
        var out = ByteBuffer.allocate(payload.length + 14);
        out.put((byte) ((last ? 0x80 : 0) | opcode));
        int mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            out.put((byte) (mask | payload.length));
        } else if (payload.length < 65_536) {
            out.put((byte) (mask | 126)).putShort((short) payload.length);
        } else {
            out.put((byte) (mask | 127)).putLong(payload.length);
        }
        if (masked) {
            out.put(MASK);
        }
        for (int at = 0; at < payload.length; at++) {
            out.put((byte) (masked ? payload[at] ^ MASK[at % 4] : payload[at]));
        }
        var bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /// What comes next; pings of the transport are left out.
    Heard next() throws IOException {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                int length = in.readUnsignedByte();
                long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
                var payload = in.readNBytes((int) size);
                if (opcode == 1) {
                    return new Heard.Text(new String(payload, StandardCharsets.UTF_8));
                }
                if (opcode == 8) {
                    return new Heard.Closed(
                            payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff);
                }
                if (opcode == 10) {
                    return new Heard.Text("pong:" + new String(payload, StandardCharsets.UTF_8));
                }
            }
        } catch (EOFException | SocketException end) {
            return new Heard.Gone();
        }
    }

    /// The next frame of this type; others are skipped.
    JsonNode expect(String type) throws IOException {
        while (true) {
            var heard = next();
            if (!(heard instanceof Heard.Text(var text))) {
                throw new AssertionError(heard + " instead of " + type);
            }
            var json = JsonMapper.shared().readTree(text);
            if (json.path("type").asString().equals(type)) {
                return json;
            }
        }
    }

    /// Reads until the stream ends.
    ///
    /// @return the close code; 1006 when there was none
    int closeCode() throws IOException {
        while (true) {
            switch (next()) {
                case Heard.Closed(var code) -> {
                    return code;
                }
                case Heard.Gone() -> {
                    return 1006;
                }
                case Heard.Text _ -> {
                    // Written before the end.
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
