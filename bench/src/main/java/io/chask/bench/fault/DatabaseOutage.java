package io.chask.bench.fault;

import io.chask.bench.client.History;
import io.chask.bench.client.History.Event;
import io.chask.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A time in which there was no PostgreSQL: from the moment its last process had ended until the new one accepted.
///
/// @param from  of [System#nanoTime]
/// @param until the last moment at which the new one was seen not to accept yet
record DatabaseOutage(long from, long until) {

    /// An answer to a commit of before may still be on its way through the server, the socket and the client's thread.
    /// On an idle machine this takes a millisecond; what comes later than this can only be an acknowledgement of
    /// something that was never committed. A longer margin could hide one, a shorter one accuse a busy machine.
    static final Duration IN_FLIGHT = Duration.ofMillis(500);

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    /// Kills the database with every process of it, as `kill -9` and a power cut do, and waits for the new one.
    static DatabaseOutage strike(ServerProcess server) throws IOException, InterruptedException {
        var old = ProcessHandle.of(server.databasePid()).orElseThrow();
        List<ProcessHandle> all = old.descendants().toList();
        old.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(old);
        for (ProcessHandle one : all) {
            awaitEnd(one);
        }
        long from = System.nanoTime();
        long until = from;
        boolean held = false;
        while (!server.databaseAccepts(old.pid())) {
            until = System.nanoTime();
            held = held || hold(server, old.pid());
            if (until - from > PATIENCE) {
                throw new IllegalStateException("PostgreSQL was not started again");
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return new DatabaseOutage(from, until);
    }

    /// Stops the new PostgreSQL while it recovers, for longer than an answer may be in flight: it would accept too soon
    /// to tell. True when that was done.
    private static boolean hold(ServerProcess server, long old) throws IOException, InterruptedException {
        var fresh = server.databaseStarting(old);
        if (fresh.isPresent() && signal("STOP", fresh.get())) {
            TimeUnit.NANOSECONDS.sleep(2 * IN_FLIGHT.toNanos());
            signal("CONT", fresh.get());
            return true;
        }
        return false;
    }

    private static boolean signal(String name, long pid) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor()
                == 0;
    }

    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        while (process.isAlive() && !isZombie(process.pid())) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /// Dead, but not collected by its parent: an orphan's may take its time, or never do.
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException gone) {
            return true;
        }
    }

    /// Whether it lasted long enough to tell a false acknowledgement from a late one.
    boolean isTelling() {
        return until - from > IN_FLIGHT.toNanos();
    }

    /// How often something was acknowledged as new although no database could commit it.
    long falseAnswers(History history) {
        return history.entries().stream()
                .filter(entry -> entry.event() instanceof Event.Answered answered
                        && !answered.answer().duplicate())
                .filter(entry -> entry.nanos() - from > IN_FLIGHT.toNanos() && entry.nanos() - until < 0)
                .count();
    }

    double seconds() {
        return (until - from) / 1e9;
    }
}
