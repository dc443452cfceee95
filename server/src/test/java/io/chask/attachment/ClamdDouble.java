package io.chask.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Speaks clamd's side of INSTREAM: reads the command byte by byte, then chunks in the sizes they come in; answers in
/// pieces. It takes for a virus whatever contains "EICAR".
public final class ClamdDouble implements AutoCloseable {

    /// How it behaves.
    public enum Mood {
        WELL,
        /// Reads, and never answers.
        SILENT,
        /// Hangs up in the middle of a file of more than 1,000 bytes, as StreamMaxLength demands.
        STRICT,
        /// Hangs up without a word.
        DYING,
        /// Has something else to say.
        CONFUSED
    }

    private final ServerSocket server;
    private final Thread serving;
    private final List<byte[]> scanned = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;

    public ClamdDouble() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        serving = Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    public void be(Mood next) {
        mood = next;
    }

    /// What was scanned to its end.
    List<byte[]> scanned() {
        return scanned;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            if (!command(in).equals("zINSTREAM") || mood == Mood.DYING) {
                return;
            }
            answer(client, content(in));
        } catch (IOException gone) {
            // As a scanner that has lost its client.
        }
    }

    private static String command(DataInputStream in) throws IOException {
        var text = new StringBuilder();
        for (int unit = in.read(); unit > 0; unit = in.read()) {
            text.append((char) unit);
        }
        return text.toString();
    }

    /// Null when it was too much.
    private byte @Nullable [] content(DataInputStream in) throws IOException {
        var content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
            if (mood == Mood.STRICT && content.size() > 1_000) {
                return null;
            }
        }
        return content.toByteArray();
    }

    private void answer(Socket client, byte @Nullable [] content) throws IOException {
        if (mood == Mood.SILENT) {
            if (client.getInputStream().read() < 0) {
                throw new EOFException();
            }
            return;
        }
        var text = verdict(content) + "\0";
        for (byte unit : text.getBytes(StandardCharsets.US_ASCII)) {
            client.getOutputStream().write(unit);
            client.getOutputStream().flush();
        }
    }

    private String verdict(byte @Nullable [] content) {
        if (content == null) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        if (mood == Mood.CONFUSED) {
            return "UNKNOWN COMMAND";
        }
        scanned.add(content);
        boolean virus = new String(content, StandardCharsets.ISO_8859_1).contains("EICAR");
        return virus ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }

    /// Returns once nobody can connect any more: whoever is being accepted keeps the socket open a little longer.
    @Override
    public void close() throws IOException {
        server.close();
        try {
            serving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
