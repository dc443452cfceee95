package io.chask.account;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes into the audit logs of whose agents somebody wanted to be and was refused. Beside the answer and not before
/// it: the time an answer takes would tell which addresses are agents'. The throttle of attempts bounds how often.
public final class RefusedSignIns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedSignIns.class);
    private static final int WAITING = 100;
    private static final long GRACE_SECONDS = 5;

    private final Database database;
    private final Clock clock;
    /// One after the other. When that many wait, whoever is refused next writes himself: slower, and nothing is lost.
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("refused-sign-ins").factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());

    /// @param database acts for one organization at a time
    public RefusedSignIns(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Why somebody was refused. The code is for ever: lines that were written keep it.
    enum Why {
        PASSWORD("wrong password"),
        CODE("wrong code"),
        DISABLED("disabled"),
        /// Told once a window: what is refused unseen must not fill the log.
        TOO_MANY("too many tries");

        private final String code;

        Why(String code) {
            this.code = code;
        }
    }

    /// Whom somebody wanted to be.
    record Target(UUID organization, UUID agent) {}

    /// @param targets asked for beside the answer, too
    void note(Callable<List<Target>> targets, Why why) {
        var at = clock.instant();
        writer.execute(() -> {
            try {
                for (var target : targets.call()) {
                    database.useOrganization(
                            target.organization, handle -> AuditLog.append(handle, entry(target, why), at));
                }
            } catch (Exception failure) {
                // The refusal itself stands. An exception of the database may name the address.
                LOG.warn(
                        "a refused sign-in was not written down: {}",
                        failure.getClass().getSimpleName());
            }
        });
    }

    private static AuditEntry entry(Target target, Why why) {
        return new AuditEntry(
                target.organization,
                Actor.SYSTEM,
                Action.SESSION_REFUSED,
                Subject.agent(target.agent),
                Map.of("reason", why.code));
    }

    /// Returns when all that was noted before is written.
    public void settle() {
        CompletableFuture.runAsync(() -> {}, writer).join();
    }

    /// Writes what is waiting, as far as that goes quickly.
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "{} refused sign-ins were not written down",
                        writer.getQueue().size());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
