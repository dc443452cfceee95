package io.chask.attachment;

import io.chask.config.ScanConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// ClamAV's daemon, by its command INSTREAM: chunks that begin with their length, ended by one of length 0
/// (`man 8 clamd`). One connection a file; a time limit for all of it.
public final class Clamd implements VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 65_536;
    private static final int LONGEST_ANSWER = 4_096;

    private final ScanConfig config;

    public Clamd(ScanConfig config) {
        this.config = config;
    }

    @Override
    public Verdict scan(Path file) {
        var verdict = judge(file);
        return switch (verdict) {
            case CLEAN, INFECTED -> verdict;
            case TOO_LARGE, UNAVAILABLE -> config.required() ? verdict : Verdict.CLEAN;
        };
    }

    private Verdict judge(Path file) {
        try (var socket = open()) {
            // A unix socket knows no time-out: closing it from outside ends whatever waits.
            var watch = Thread.ofVirtual().name("clamd-limit").start(() -> closeLater(socket));
            try {
                return understand(converse(socket, file));
            } finally {
                watch.interrupt();
            }
        } catch (IOException failure) {
            LOG.warn("the virus scanner at {} could not be asked: {}", config.address(), failure.toString());
            return Verdict.UNAVAILABLE;
        }
    }

    private SocketChannel open() throws IOException {
        return SocketChannel.open(
                config.address().startsWith("unix:")
                        ? java.net.StandardProtocolFamily.UNIX
                        : java.net.StandardProtocolFamily.INET);
    }

    private SocketAddress address() {
        if (config.address().startsWith("unix:")) {
            return UnixDomainSocketAddress.of(config.address().substring("unix:".length()));
        }
        var uri = URI.create(config.address());
        return new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    private void closeLater(SocketChannel socket) {
        try {
            Thread.sleep(config.timeout());
            socket.close();
        } catch (InterruptedException | IOException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private String converse(SocketChannel socket, Path file) throws IOException {
        socket.connect(address());
        try {
            send(socket, file);
        } catch (IOException cut) {
            // It answers and hangs up in the middle of a file that is too large; the answer is worth more.
            var answer = answer(socket);
            if (answer.isEmpty()) {
                throw cut;
            }
            return answer;
        }
        return answer(socket);
    }

    private static void send(SocketChannel socket, Path file) throws IOException {
        write(socket, ByteBuffer.wrap(COMMAND));
        try (var content = FileChannel.open(file, StandardOpenOption.READ)) {
            var chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
            for (chunk.position(Integer.BYTES);
                    content.read(chunk) >= 0;
                    chunk.clear().position(Integer.BYTES)) {
                chunk.putInt(0, chunk.position() - Integer.BYTES);
                write(socket, chunk.flip());
            }
        }
        write(socket, ByteBuffer.allocate(Integer.BYTES));
    }

    private static void write(SocketChannel socket, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    /// All there is up to the closing zero or the end, in as many pieces as it comes.
    private static String answer(SocketChannel socket) throws IOException {
        var text = new ByteArrayOutputStream();
        var piece = ByteBuffer.allocate(512);
        while (text.size() < LONGEST_ANSWER && socket.read(piece.clear()) >= 0) {
            text.write(piece.array(), 0, piece.position());
            if (piece.position() > 0 && piece.get(piece.position() - 1) == 0) {
                break;
            }
        }
        return text.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private Verdict understand(String answer) {
        if (answer.endsWith(": OK")) {
            return Verdict.CLEAN;
        }
        if (answer.endsWith(" FOUND")) {
            LOG.warn("a file was refused as infected: {}", printable(answer));
            return Verdict.INFECTED;
        }
        if (answer.contains("size limit exceeded")) {
            LOG.warn("the virus scanner does not take files of this size; raise its StreamMaxLength");
            return Verdict.TOO_LARGE;
        }
        LOG.warn("the virus scanner at {} answered: {}", config.address(), printable(answer));
        return Verdict.UNAVAILABLE;
    }

    private static String printable(String answer) {
        var text = answer.replaceAll("[^\\x20-\\x7e]", "?");
        return text.substring(0, Math.min(200, text.length()));
    }
}
