package io.chask.bench.fault;

import io.chask.bench.client.History.Event;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// F5: small casts, many at once, each with a seed of its own that draws how every connection is hurt. A seed can be
/// run again alone.
final class HurtConnections {

    private static final int AT_ONCE = 16;
    private static final int VISITORS = 2;
    private static final int ROUNDS = 3;
    private static final int MESSAGES_A_ROUND = 4;

    /// Fewer connections than this may miss a fault by chance.
    private static final int SEEDS_THAT_SEE_EVERY_FAULT = 50;

    /// What one seed gave.
    private record Outcome(int written, int resent, int duplicates, List<String> violations) {}

    private final Stage stage;
    private final InetSocketAddress server;
    private final Duration patience;
    private final Tally tally = new Tally();

    /// @param stage    whose doors are replaced by proxies
    /// @param server   behind them
    /// @param patience until everybody has what he should have
    HurtConnections(Stage stage, InetSocketAddress server, Duration patience) {
        this.stage = stage;
        this.server = server;
        this.patience = patience;
    }

    /// Runs the seeds `first`, `first + 1` …
    Verdict run(long first, int seeds) throws InterruptedException {
        long start = System.nanoTime();
        var violations = new ArrayList<String>();
        var outcomes = new ArrayList<Outcome>();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<Outcome>>();
            for (long seed = first; seed < first + seeds; seed++) {
                long mine = seed;
                running.add(workers.submit(() -> play(mine)));
            }
            for (var one : running) {
                outcomes.add(get(one));
            }
        }
        outcomes.forEach(outcome -> violations.addAll(outcome.violations()));
        if (seeds >= SEEDS_THAT_SEE_EVERY_FAULT) {
            violations.addAll(tally.missing());
        }
        int written = outcomes.stream().mapToInt(Outcome::written).sum();
        var facts = List.of(
                "faults that acted, of those drawn: " + tally.text(),
                outcomes.stream().mapToInt(Outcome::resent).sum() + " messages were sent again, "
                        + outcomes.stream().mapToInt(Outcome::duplicates).sum() + " answers said so");
        String extent = "seeds %d to %d of hurt connections".formatted(first, first + seeds - 1);
        return Verdict.of("F5", extent, written, violations, start).with(facts);
    }

    private static Outcome get(Future<Outcome> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("playing a seed", e.getCause());
        }
    }

    private Outcome play(long seed) throws IOException, InterruptedException {
        Queue<FaultProxy> proxies = new ConcurrentLinkedQueue<>();
        Stage.Doors doors = (who, history, random) -> {
            var proxy = new FaultProxy(server, who, history, () -> Plan.draw(random), tally);
            proxies.add(proxy);
            return proxy.address();
        };
        var hurting = stage.behind(doors);
        var random = new SplittableRandom(seed);
        try (var cast = new Cast(hurting, random.split())) {
            cast.enter(VISITORS);
            for (int round = 0; round < ROUNDS; round++) {
                cast.talk(MESSAGES_A_ROUND);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1, 200));
            }
            proxies.forEach(FaultProxy::heal);
            var violations = Judgement.of(hurting, cast, patience).stream()
                    .map(violation -> "seed " + seed + ": " + violation)
                    .toList();
            int duplicates = Answers.of(cast.history()).duplicates();
            return new Outcome(cast.written(), resent(cast), duplicates, violations);
        } finally {
            for (FaultProxy proxy : proxies) {
                proxy.close();
            }
        }
    }

    private static int resent(Cast cast) {
        var attempts = cast.history().events().stream()
                .filter(Event.Attempted.class::isInstance)
                .map(event -> ((Event.Attempted) event).id())
                .toList();
        return (int) (attempts.size() - attempts.stream().distinct().count());
    }
}
