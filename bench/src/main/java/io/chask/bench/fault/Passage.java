package io.chask.bench.fault;

import io.chask.bench.fault.Injury.Fate;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One connection through the proxy, frame by frame once it is a WebSocket; any other HTTP passes as it is.
final class Passage implements Runnable {

    /// How long a server may still talk into a connection that was cut.
    private static final int AFTERMATH_MILLIS = 2_000;

    private final Socket client;
    private final Socket server;
    private final Supplier<Injury> injuries;
    private final Consumer<PassingFrame> witness;
    private Injury injury = Injury.NONE;
    private volatile boolean cut;

    /// @param injuries asked for one when it is a WebSocket
    /// @param witness told of each frame of the server that does not reach the client
    Passage(Socket client, Socket server, Supplier<Injury> injuries, Consumer<PassingFrame> witness) {
        this.client = client;
        this.server = server;
        this.injuries = injuries;
        this.witness = witness;
    }

    @Override
    public void run() {
        try (client;
                server) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            byte[] head = PassingFrame.readHead(in);
            boolean upgrade = new String(head, StandardCharsets.US_ASCII)
                    .toLowerCase(Locale.ROOT)
                    .contains("upgrade: websocket");
            injury = upgrade ? injuries.get() : injury;
            if (injury.cutsUpgrade()) {
                server.getOutputStream().write(head, 0, head.length / 2);
                return;
            }
            server.getOutputStream().write(upgrade ? head : alone(head));
            Thread back = Thread.ofVirtual().start(upgrade ? this::framesDown : this::bytesDown);
            up(in, upgrade);
            back.join();
        } catch (IOException ended) {
            // One of the two is gone, and with it the other.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            injury.ended();
        }
    }

    /// The request, with the wish that the connection ends after its answer: the next one may be an upgrade.
    private static byte[] alone(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return (text.substring(0, text.length() - 2) + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void up(DataInputStream in, boolean frames) throws IOException, InterruptedException {
        try {
            if (!frames) {
                in.transferTo(server.getOutputStream());
            }
            while (frames && !cut) {
                var frame = PassingFrame.read(in);
                pass(frame, injury.up(frame), server.getOutputStream());
            }
        } catch (IOException ended) {
            // The client has gone, or was cut off.
        }
        server.setSoTimeout(AFTERMATH_MILLIS);
        server.shutdownOutput();
    }

    private void bytesDown() {
        try {
            server.getInputStream().transferTo(client.getOutputStream());
            client.close();
        } catch (IOException ended) {
            cut();
        }
    }

    /// Goes on reading after the connection was cut: what the server still says was said, and is witnessed.
    private void framesDown() {
        try {
            var in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
            byte[] head = PassingFrame.readHead(in);
            client.getOutputStream().write(head);
            if (!new String(head, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 101")) {
                in.transferTo(client.getOutputStream());
            }
            while (true) {
                var frame = PassingFrame.read(in);
                Fate fate = cut ? Fate.SWALLOW : injury.down(frame);
                if (fate != Fate.PASS) {
                    witness.accept(frame);
                }
                pass(frame, fate, client.getOutputStream());
            }
        } catch (IOException ended) {
            cut();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(PassingFrame frame, Fate fate, OutputStream to) throws IOException, InterruptedException {
        byte[] bytes = frame.bytes();
        switch (fate) {
            case PASS -> write(bytes, bytes.length, to);
            case PASS_AND_CUT -> {
                write(bytes, bytes.length, to);
                cut();
            }
            case HALF_AND_CUT -> {
                write(bytes, bytes.length / 2, to);
                cut();
            }
            case CUT -> cut();
            case SWALLOW -> {}
        }
    }

    private void write(byte[] bytes, int length, OutputStream to) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(injury.delay());
        if (!injury.trickles()) {
            to.write(bytes, 0, length);
            return;
        }
        for (int at = 0; at < length; at++) {
            to.write(bytes, at, 1);
        }
    }

    /// Ends the connection for the client. The server is told by the thread that reads from the client, and may be
    /// heard out.
    private void cut() {
        cut = true;
        try {
            client.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to end.
        }
    }
}
