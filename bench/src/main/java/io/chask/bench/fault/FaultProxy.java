package io.chask.bench.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// A TCP proxy that hurts connections by a seeded plan: cuts them in the middle of a request or of an answer, lets them
/// fall silent, delays, or writes byte by byte.
public final class FaultProxy implements AutoCloseable {

    /// What happens to one connection, in one direction.
    private enum Fault {
        NONE,
        CUT,
        SILENCE,
        DELAY,
        TRICKLE
    }

    /// @param fault  what happens
    /// @param after  bytes that pass unhurt
    /// @param millis length of a silence or a delay
    private record Plan(Fault fault, int after, int millis) {

        private static final List<Fault> FAULTS = List.of(Fault.values());
        static final Plan UNHURT = new Plan(Fault.NONE, 0, 0);

        static Plan draw(RandomGenerator random) {
            Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
            return new Plan(fault, 200 + random.nextInt(4000), 1 + random.nextInt(fault == Fault.SILENCE ? 400 : 20));
        }
    }

    private final ServerSocket listener;
    private final InetSocketAddress server;
    private final RandomGenerator random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean hurting = true;

    /// Listens on a free port of this machine.
    public FaultProxy(InetSocketAddress server, RandomGenerator random) throws IOException {
        this.server = server;
        this.random = random;
        this.listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /// Where clients connect.
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
    }

    /// From now on new connections pass unhurt, so that a run can settle.
    public void heal() {
        hurting = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Plan up = plan();
                Plan down = plan();
                Thread.ofVirtual().start(() -> join(client, up, down));
            }
        } catch (IOException closed) {
            open.forEach(FaultProxy::close);
        }
    }

    private synchronized Plan plan() {
        return hurting ? Plan.draw(random) : Plan.UNHURT;
    }

    private void join(Socket client, Plan up, Plan down) {
        var upstream = new Socket();
        try {
            open.add(client);
            open.add(upstream);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            upstream.connect(server, 1_000);
            Thread back = Thread.ofVirtual().start(() -> pump(upstream, client, down));
            pump(client, upstream, up);
            back.join();
        } catch (IOException unreachable) {
            close(client);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close(client);
            close(upstream);
            open.remove(client);
            open.remove(upstream);
        }
    }

    private static void pump(Socket from, Socket to, Plan plan) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            int passed = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int unhurt = Math.max(0, Math.min(read, plan.after() - passed));
                out.write(buffer, 0, unhurt);
                passed += read;
                if (unhurt < read && !hurt(plan, buffer, unhurt, read, out)) {
                    return;
                }
            }
        } catch (IOException ended) {
            close(to);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Passes the rest of a chunk as the plan says; false ends the connection.
    private static boolean hurt(Plan plan, byte[] bytes, int from, int to, OutputStream out)
            throws IOException, InterruptedException {
        switch (plan.fault()) {
            case CUT -> {
                return false;
            }
            case SILENCE -> {
                TimeUnit.MILLISECONDS.sleep(plan.millis());
                return false;
            }
            case DELAY -> {
                TimeUnit.MILLISECONDS.sleep(plan.millis());
                out.write(bytes, from, to - from);
            }
            case TRICKLE -> {
                for (int at = from; at < to; at++) {
                    out.write(bytes, at, 1);
                }
            }
            case NONE -> out.write(bytes, from, to - from);
        }
        return true;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to end.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
