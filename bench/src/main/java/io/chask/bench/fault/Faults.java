package io.chask.bench.fault;

import io.chask.bench.client.Tempo;
import io.chask.bench.server.ServerProcess;
import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The faults of one node: each hurts the server while people write, and judges when all is calm again.
public final class Faults {

    private static final Duration ENTRANCE = Duration.ofSeconds(90);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofSeconds(30);
    private static final int VISITORS = 50;
    private static final int MESSAGES_A_CYCLE = 10;

    /// What is done to the server in a cycle.
    private interface Harm {
        void strike(Cast cast, List<String> violations) throws IOException, InterruptedException;
    }

    /// What is done to whom, and how fast they live.
    private record Script(String fault, String extent, Tempo tempo) {}

    private final ServerProcess server;
    private final List<Tenant> tenants;
    private final long seed;
    private final Duration patience;
    private final Map<UUID, Owner> owners = new ConcurrentHashMap<>();

    /// Prepares to hurt this server.
    ///
    /// @param seed     of all chance in the runs
    /// @param patience until everybody has what he should have
    public Faults(ServerProcess server, List<Tenant> tenants, long seed, Duration patience) {
        this.server = server;
        this.tenants = List.copyOf(tenants);
        this.seed = seed;
        this.patience = patience;
    }

    /// F1: `kill -9` of the server.
    public Verdict killServer(int cycles) throws IOException, InterruptedException {
        var facts = new ArrayList<String>();
        var script = new Script("F1", cycles + " x kill -9 of the server", Tempo.FAST);
        return cycles(script, cycles, facts, (cast, violations) -> {
            // A server that has told nobody anything has nothing to lose yet.
            if (!cast.awaitAcknowledgement(patience)) {
                violations.add("F1: nothing was acknowledged within " + patience);
            }
            server.kill();
            server.restart();
        });
    }

    /// F2: `kill -9` of PostgreSQL; nothing is acknowledged meanwhile, and the server brings it back within 10 s.
    public Verdict killDatabase(int cycles) throws IOException, InterruptedException {
        var outages = new ArrayList<DatabaseOutage>();
        var facts = new ArrayList<String>();
        var script = new Script("F2", cycles + " x kill -9 of PostgreSQL", Tempo.FAST);
        return cycles(script, cycles, facts, (cast, violations) -> {
            long struck = System.nanoTime();
            var outage = DatabaseOutage.strike(server);
            cast.awaitAnswer(patience);
            long recovered = System.nanoTime() - struck;
            if (recovered > RECOVERY.toNanos()) {
                violations.add("F2: recovery took %.1f s".formatted(recovered / 1e9));
            }
            long lies = outage.falseAnswers(cast.history());
            if (lies > 0) {
                violations.add("C1: " + lies + " messages were acknowledged without a database");
            }
            outages.add(outage);
            facts.add("no database for %.2f s, answered again after %.2f s%s"
                    .formatted(outage.seconds(), recovered / 1e9, outage.isTelling() ? "" : " (too short to tell)"));
            if (outages.size() == cycles && outages.stream().noneMatch(DatabaseOutage::isTelling)) {
                violations.add("F2: no outage was long enough to tell a false acknowledgement from a late one");
            }
        });
    }

    /// F3: SIGTERM and a new start; nobody's message fails and nobody is shown an error.
    public Verdict drain(int cycles) throws IOException, InterruptedException {
        var facts = new ArrayList<String>();
        var script = new Script("F3", cycles + " x SIGTERM and start", Tempo.BRISK);
        return cycles(script, cycles, facts, (cast, violations) -> {
            long asked = System.nanoTime();
            int code = server.terminate();
            long took = System.nanoTime() - asked;
            if (code != 0 && code != 143) {
                violations.add("F3: the server ended with " + code);
            }
            if (took > DRAIN.toNanos()) {
                violations.add("F3: the drain took %.1f s".formatted(took / 1e9));
            }
            server.restart();
            long ready = System.nanoTime();
            // A deploy a few seconds after the last one would be another fault: an outage that nobody came back from.
            if (!cast.awaitEverybody(DRAIN)) {
                violations.add("F3: not everybody was welcomed within " + DRAIN);
            }
            facts.add("ended with %d after %.2f s, everybody welcomed %.2f s after the start"
                    .formatted(code, took / 1e9, (System.nanoTime() - ready) / 1e9));
            Judgement.reports(cast).forEach(one -> violations.add("F3: " + one));
        });
    }

    private Verdict cycles(Script script, int cycles, List<String> facts, Harm harm)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        var violations = new ArrayList<String>();
        var stage = new Stage(new Target(server.url()), tenants, (_, _, _) -> address(), script.tempo(), owners);
        try (var cast = new Cast(stage, chance(script.fault()))) {
            cast.enter(VISITORS);
            // Who has not even come yet finds no server, and would rightly be told of it.
            if (!cast.awaitEverybody(ENTRANCE)) {
                violations.add(script.fault() + ": not everybody came within " + ENTRANCE);
            }
            for (int cycle = 0; cycle < cycles && violations.isEmpty(); cycle++) {
                cast.talk(MESSAGES_A_CYCLE);
                TimeUnit.MILLISECONDS.sleep(cast.random().nextInt(10, 250));
                harm.strike(cast, violations);
            }
            violations.addAll(Judgement.of(stage, cast, patience));
            Judgement.refusals(cast).forEach(one -> violations.add(script.fault() + ": " + one));
            return Verdict.of(script.fault(), script.extent(), cast.written(), violations, start)
                    .with(facts);
        }
    }

    /// F5: every stream passes a proxy that hurts it by a seeded plan.
    public Verdict hurtConnections(int seeds) throws InterruptedException {
        var stage = new Stage(new Target(server.url()), tenants, (_, _, _) -> address(), Tempo.FAST, owners);
        return new HurtConnections(stage, address(), patience).run(seed, seeds);
    }

    /// F15: each id, sent over many connections of one visitor at once.
    public Verdict oneIdManyTimes(int ids) throws InterruptedException {
        return new SameId(new Target(server.url()), tenants.getFirst(), address()).run(ids, chance("F15"));
    }

    /// Of one fault: with the same chance two faults would use the same conversations' ids.
    private SplittableRandom chance(String fault) {
        return new SplittableRandom(31 * seed + fault.hashCode());
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.url().getPort());
    }
}
