package io.chask.bench.fault;

import io.chask.bench.server.ServerProcess;
import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator.SplittableGenerator;

/// The faults of one node: each hurts the server while people write, and judges when all is calm again.
public final class Faults {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int VISITORS = 50;
    private static final int MESSAGES_A_CYCLE = 10;

    /// What is done to the server in a cycle.
    private interface Harm {
        void strike(Cast cast, List<String> violations) throws IOException, InterruptedException;
    }

    private final ServerProcess server;
    private final List<Tenant> tenants;
    private final SplittableGenerator random;

    /// Prepares to hurt this server.
    public Faults(ServerProcess server, List<Tenant> tenants, SplittableGenerator random) {
        this.server = server;
        this.tenants = List.copyOf(tenants);
        this.random = random;
    }

    /// F1: `kill -9` of the server.
    public Verdict killServer(int cycles) throws IOException, InterruptedException {
        return cycles("F1", cycles + " x kill -9 of the server", cycles, (cast, violations) -> {
            server.kill();
            server.restart();
        });
    }

    /// F2: `kill -9` of PostgreSQL; the server brings it back within 10 s.
    public Verdict killDatabase(int cycles) throws IOException, InterruptedException {
        return cycles("F2", cycles + " x kill -9 of PostgreSQL", cycles, (cast, violations) -> {
            ProcessHandle.of(server.databasePid()).ifPresent(ProcessHandle::destroyForcibly);
            long struck = System.nanoTime();
            cast.awaitAnswer(PATIENCE);
            double seconds = (System.nanoTime() - struck) / 1e9;
            if (seconds > 10) {
                violations.add("recovery took %.1f s".formatted(seconds));
            }
        });
    }

    /// F3: SIGTERM and a new start.
    public Verdict drain(int cycles) throws IOException, InterruptedException {
        return cycles("F3", cycles + " x SIGTERM and start", cycles, (cast, violations) -> {
            long asked = System.nanoTime();
            int code = server.terminate();
            double seconds = (System.nanoTime() - asked) / 1e9;
            if (code != 0 && code != 143) {
                violations.add("ended with " + code);
            }
            if (seconds > 30) {
                violations.add("the drain took %.1f s".formatted(seconds));
            }
            server.restart();
        });
    }

    private Verdict cycles(String fault, String extent, int cycles, Harm harm)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        var violations = new ArrayList<String>();
        try (var cast = new Cast(new Target(server.url()), tenants, address(), random.split())) {
            cast.enter(VISITORS);
            for (int cycle = 0; cycle < cycles; cycle++) {
                cast.talk(MESSAGES_A_CYCLE);
                TimeUnit.MILLISECONDS.sleep(cast.random().nextInt(10, 250));
                harm.strike(cast, violations);
            }
            violations.addAll(cast.judge(PATIENCE));
            if (cast.refused() > 0) {
                violations.add(cast.refused() + " messages were refused");
            }
            return verdict(fault, extent, cast.written(), violations, start);
        }
    }

    /// F5: every stream passes a proxy that hurts it by a seeded plan.
    public Verdict hurtConnections(int seeds) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long written = 0;
        var violations = new ArrayList<String>();
        for (int seed = 0; seed < seeds; seed++) {
            SplittableGenerator run = random.split();
            try (var proxy = new FaultProxy(address(), run.split());
                    var cast = new Cast(new Target(server.url()), tenants, proxy.address(), run)) {
                cast.enter(2);
                for (int round = 0; round < 3; round++) {
                    cast.talk(4);
                    TimeUnit.MILLISECONDS.sleep(run.nextInt(1, 60));
                }
                proxy.heal();
                for (String violation : cast.judge(PATIENCE)) {
                    violations.add("seed " + seed + ": " + violation);
                }
                written += cast.written();
            }
        }
        return verdict("F5", seeds + " seeds of hurt connections", written, violations, start);
    }

    /// F15: one id, sent over many connections of one visitor at once.
    public Verdict oneIdManyTimes(int times) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var same = new SameId(new Target(server.url()), tenants.getFirst(), address());
        List<String> violations = same.send(times, random.split());
        return verdict("F15", "one id " + times + " times in parallel", times, violations, start);
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.url().getPort());
    }

    private static Verdict verdict(String fault, String extent, long written, List<String> violations, long start) {
        return new Verdict(fault, extent, written, violations, (System.nanoTime() - start) / 1e9);
    }
}
