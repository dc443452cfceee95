package io.chask.bench.load;

import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import io.chask.bench.server.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Idle visitors who keep their connection open.
public final class IdleCrowd {

    private static final int SESSIONS_AT_ONCE = 16;

    private final Target target;
    private final List<Tenant> tenants;
    private final Crowd crowd;

    IdleCrowd(Target target, List<Tenant> tenants, Crowd crowd) {
        this.target = target;
        this.tenants = tenants;
        this.crowd = crowd;
    }

    /// Brings the crowd to `size` connections that are welcomed.
    public void growTo(int size, Duration patience) throws InterruptedException {
        crowd.join(sessions(size - crowd.size()), patience);
    }

    /// Cuts all at once; gives the time until the last was welcomed again.
    public Duration herd(Duration patience) throws InterruptedException {
        return crowd.cutAll(patience);
    }

    private List<Visitor> sessions(int count) throws InterruptedException {
        try (var workers = Executors.newFixedThreadPool(SESSIONS_AT_ONCE)) {
            List<Future<Visitor>> made = IntStream.range(0, count)
                    .mapToObj(number -> workers.submit(() -> target.visitor(tenants.get(number % tenants.size()))))
                    .toList();
            return made.stream().map(IdleCrowd::get).toList();
        }
    }

    private static Visitor get(Future<Visitor> made) {
        try {
            return made.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("making a visitor", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making visitors", e);
        }
    }
}
