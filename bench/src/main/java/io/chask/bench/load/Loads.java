package io.chask.bench.load;

import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// The loads of a run, by name. Each seats its own pairs, so that no row inherits the queues of the one before.
public final class Loads implements AutoCloseable {

    /// 176 characters, as the figures of the design were measured with.
    static final String CONTENT = "Thank you, that helps a lot. ".repeat(6) + "Bye";

    private static final Duration STRAGGLERS = Duration.ofSeconds(10);

    private final Target target;
    private final List<Tenant> tenants;
    private final RandomGenerator random;
    private final Network network = new Network();
    private final Duration warmUp;
    private final Duration measured;

    /// @param warmUp   of each row, not counted
    /// @param measured of each row
    public Loads(Target target, List<Tenant> tenants, RandomGenerator random, Duration warmUp, Duration measured) {
        this.target = target;
        this.tenants = List.copyOf(tenants);
        this.random = random;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /// 200 pairs for this long: until a server's hot path is compiled, its compiler takes half a core.
    public Result warmUp(Duration time) throws InterruptedException {
        return closed("warm-up", 200, 1, time);
    }

    /// Pairs who answer each other, `window` messages in flight a pair.
    public Result closed(String name, int pairs, int window) throws InterruptedException {
        return closed(name, pairs, window, measured);
    }

    private Result closed(String name, int pairs, int window, Duration time) throws InterruptedException {
        List<Pair> seated = new Pairs(target, network, random).seat(tenants, pairs);
        try {
            return new ClosedLoop(network, seated, CONTENT).run(name, window, warmUp, time);
        } finally {
            leave(seated);
        }
    }

    /// A steady rate over 100 pairs.
    public Result offered(String name, int perSecond) throws InterruptedException {
        List<Pair> seated = new Pairs(target, network, random).seat(tenants, 100);
        try {
            return new OfferedLoad(network, seated, CONTENT, STRAGGLERS).run(name, perSecond, warmUp, measured);
        } finally {
            leave(seated);
        }
    }

    /// A crowd of idle visitors, for memory and the herd.
    public IdleCrowd crowd() {
        return new IdleCrowd(target, tenants, new Crowd(target, network, random));
    }

    private void leave(List<Pair> seated) throws InterruptedException {
        network.on(() -> {
            for (Pair pair : seated) {
                pair.attach(Pair.SILENT);
                pair.visitor().cut();
                pair.agent().cut();
            }
            return true;
        });
    }

    @Override
    public void close() throws InterruptedException {
        network.close();
    }
}
