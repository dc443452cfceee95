package io.chask.bench.load;

import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import io.chask.bench.stream.StreamSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Seats pairs: sessions and tickets by HTTP, then two connections each, on one event loop.
@SuppressWarnings(
        "FutureReturnValueIgnored") // a connection that fails leaves its pair without a seat, which is waited for
final class Pairs {

    private static final long SEATS_WITHIN_SECONDS = 120;

    private final Target target;
    private final Network network;
    private final RandomGenerator random;

    Pairs(Target target, Network network, RandomGenerator random) {
        this.target = target;
        this.network = network;
        this.random = random;
    }

    /// Seats `count` pairs, spread over the tenants in turn, and waits until all can be loaded.
    List<Pair> seat(List<Tenant> tenants, int count) throws InterruptedException {
        List<String> agents = tenants.stream().map(target::agent).toList();
        var ready = new CountDownLatch(count);
        var pairs = new ArrayList<Pair>(count);
        for (int number = 0; number < count; number++) {
            int at = number % tenants.size();
            pairs.add(seat(tenants.get(at), agents.get(at), ready));
        }
        if (!ready.await(SEATS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(ready.getCount() + " of " + count + " pairs did not get their seats");
        }
        return pairs;
    }

    private Pair seat(Tenant tenant, String agentToken, CountDownLatch ready) {
        var visitor = target.visitor(tenant);
        // Version 4 in the upper half; the variant stands in the lower half, with the message's number.
        long prefix = (random.nextLong() & ~0xf000L) | 0x4000L;
        var conversation = new UUID((random.nextLong() & ~0xf000L) | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
        var pair = new Pair(conversation, prefix, visitor.token(), target.ticket(agentToken), ready::countDown);
        network.connect(target, new StreamSocket(target.host(), tenant.origin(), pair.visitor()));
        network.connect(target, new StreamSocket(target.host(), consoleOrigin(), pair.agent()));
        return pair;
    }

    /// The console is served by the server itself.
    private String consoleOrigin() {
        return target.url().getScheme() + "://" + target.host();
    }
}
