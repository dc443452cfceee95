package io.chask.bench.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A WebSocket over a blocking socket (RFC 6455), text frames only. Reading belongs to one thread; writing is
/// synchronised.
public final class WireSocket implements Closeable {

    /// The connection ended; the code of the server's close frame, or 1006.
    public static final class Closed extends IOException {

        private static final long serialVersionUID = 1L;

        private final int code;

        Closed(int code) {
            super("closed with " + code);
            this.code = code;
        }

        /// The close code.
        public int code() {
            return code;
        }
    }

    private final Socket socket;
    private final BufferedInputStream buffered;
    private final DataInputStream in;
    private final OutputStream out;
    private final int timeoutMillis;
    private volatile long lastWrite = System.nanoTime();

    /// Connects and upgrades.
    ///
    /// @param host of the header: an agent's page must come from the server's own origin, also through a proxy
    /// @throws IOException when the server cannot be reached or refuses the upgrade
    public WireSocket(InetSocketAddress address, String host, String origin, int timeoutMillis) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(address, timeoutMillis);
        socket.setSoTimeout(timeoutMillis);
        this.timeoutMillis = timeoutMillis;
        buffered = new BufferedInputStream(socket.getInputStream(), 16_384);
        in = new DataInputStream(buffered);
        out = socket.getOutputStream();
        boolean upgraded = false;
        try {
            upgrade(host, origin);
            upgraded = true;
        } finally {
            if (!upgraded) {
                socket.close();
            }
        }
    }

    private void upgrade(String host, String origin) throws IOException {
        String request = """
                GET /v1/stream HTTP/1.1\r
                Host: %s\r
                Origin: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Protocol: chask.v1\r
                \r
                """.formatted(host, origin);
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        if (!head.toString(StandardCharsets.US_ASCII).startsWith("HTTP/1.1 101")) {
            throw new IOException("upgrade refused: "
                    + head.toString(StandardCharsets.US_ASCII).lines().findFirst());
        }
    }

    /// The next text frame, or nothing when none begins within the time. One that has begun is waited for up to the
    /// constructor's time-out, so that a slow line never leaves half a frame behind.
    ///
    /// @throws Closed      when the server closed
    /// @throws IOException when the connection is lost
    public Optional<String> read(int waitMillis) throws IOException {
        if (buffered.available() == 0) {
            socket.setSoTimeout(waitMillis);
            buffered.mark(1);
            try {
                if (buffered.read() < 0) {
                    throw new EOFException("the server ended the connection");
                }
            } catch (SocketTimeoutException quiet) {
                return Optional.empty();
            } finally {
                socket.setSoTimeout(timeoutMillis);
            }
            buffered.reset();
        }
        return Optional.of(read());
    }

    /// When a frame was last written, by [System#nanoTime].
    public long lastWrite() {
        return lastWrite;
    }

    /// The next text frame; blocks up to the time-out given to the constructor.
    ///
    /// @throws Closed      when the server closed
    /// @throws IOException when the connection is lost or silent
    public String read() throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0xf;
            byte[] payload = new byte[length(in.readUnsignedByte() & 0x7f)];
            in.readFully(payload);
            switch (opcode) {
                case 1 -> {
                    return new String(payload, StandardCharsets.UTF_8);
                }
                case 8 ->
                    throw new Closed(
                            payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff);
                case 9 -> write(10, payload);
                default -> {}
            }
        }
    }

    private int length(int first) throws IOException {
        return switch (first) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> first;
        };
    }

    /// Writes a text frame.
    public void write(String text) throws IOException {
        write(1, text.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void write(int opcode, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.putInt(0).put(payload);
        out.write(frame.array(), 0, frame.position());
        lastWrite = System.nanoTime();
    }

    /// Stops without a close frame.
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
