package io.chask.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own below the data folder: durable, with passwords, on a port of the loopback address that
/// stays the same. A server
/// that outlived a crash of ours is taken over. Close it last.
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 10;
    private static final long RETRY_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final int STOP_SECONDS = 8;
    private static final long LOG_BYTES = 16 << 20;

    private final ClusterFolder folder;
    private final PostgresCommand command;
    private final ClusterUsers users;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger failedStarts = new AtomicInteger();
    private @Nullable Thread watcher;

    private EmbeddedPostgres(Path dataFolder, Path binaries) {
        this.folder = new ClusterFolder(dataFolder);
        this.users = new ClusterUsers(folder);
        this.command = new PostgresCommand(PostgresBinaries.unpackedIn(binaries));
    }

    /// Starts the PostgreSQL of this data folder, or joins the one that runs. Makes everything that is missing.
    /// Blocks until it accepts
    /// connections.
    ///
    /// @throws EmbeddedPostgresFailed saying what the operator can do
    public static EmbeddedPostgres start(Path dataFolder) {
        return start(dataFolder, dataFolder.toAbsolutePath().resolve("postgres").resolve("binaries"));
    }

    /// As [#start(Path)], with the programs in a folder of their own.
    public static EmbeddedPostgres start(Path dataFolder, Path binaries) {
        EmbeddedPostgres postgres = new EmbeddedPostgres(dataFolder, binaries);
        boolean runs = false;
        try {
            postgres.users.enter(postgres::startOrJoin);
            runs = true;
            return postgres;
        } finally {
            if (!runs) {
                // An interrupt has done its work; locks cannot be taken while it stands.
                boolean interrupted = Thread.interrupted();
                postgres.close();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /// How to sign in as the owner of the database.
    public ConnectionDetails owner() {
        return new ConnectionDetails(url("chask"), "chask_owner", folder.ownerPassword());
    }

    /// How to sign in as the owner of another database of this cluster; for tests, which make one each.
    ConnectionDetails owner(String database) {
        return new ConnectionDetails(url(database), "chask_owner", folder.ownerPassword());
    }

    /// How to sign in as the administrator of the cluster.
    ConnectionDetails superuser() {
        return new ConnectionDetails(url("postgres"), "postgres", folder.superuserPassword());
    }

    /// The server's process id, while it runs.
    Optional<Long> pid() {
        return folder.postmaster().map(ProcessHandle::pid);
    }

    /// From now on starts the server again when it dies.
    public void watch() {
        watcher = Thread.ofPlatform().daemon().name("postgres-watcher").start(this::keepAlive);
    }

    /// Leaves the server; stops it if no other process uses it. Open transactions are rolled back.
    @Override
    public synchronized void close() {
        stopping.countDown();
        Thread watching = watcher;
        if (watching != null) {
            watching.interrupt();
        }
        users.leave(this::stop);
        users.close();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + folder.port() + "/" + database;
    }

    private void startOrJoin() {
        if (!folder.initialized()) {
            ClusterInitializer.create(folder, command);
        }
        if (folder.postmaster().isPresent()) {
            LOG.info("joining the PostgreSQL that already runs on port {}", folder.port());
            awaitReady(null);
        } else {
            startServer(folder::choosePort);
        }
        provide();
    }

    /// After a crash the old server's children may hold its shared memory for a moment: the new one is tried until
    /// they are gone.
    ///
    /// @param choosePort before each attempt: another program may be quicker to take a port that was free
    private void startServer(Runnable choosePort) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!attempt(choosePort)) {
            if (System.nanoTime() > deadline) {
                throw new EmbeddedPostgresFailed("PostgreSQL does not start; its last words: " + lastWords());
            }
            pause(RETRY_MILLIS);
        }
    }

    private boolean attempt(Runnable choosePort) {
        choosePort.run();
        ClusterInitializer.writeSettings(folder);
        return becomesReady(command.startServer(folder.cluster(), log()));
    }

    /// As [#awaitReady]; told to stop, it leaves no process behind that has not written its pid file yet.
    private boolean becomesReady(Process own) {
        try {
            return awaitReady(own);
        } finally {
            if (Thread.currentThread().isInterrupted() || stopping.getCount() == 0) {
                own.destroy();
            }
        }
    }

    /// Whether it became ready; false when the process ended instead.
    private boolean awaitReady(@Nullable Process own) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            boolean alive = own == null ? folder.postmaster().isPresent() : own.isAlive();
            if (!alive) {
                return false;
            }
            if (folder.ready() && (own == null || pid().equals(Optional.of(own.pid())))) {
                return true;
            }
            pause(POLL_MILLIS);
        }
        throw new EmbeddedPostgresFailed(
                "PostgreSQL is not ready after " + START_PATIENCE.toSeconds() + " s; its last words: " + lastWords());
    }

    private void provide() {
        try (Connection connection =
                        DriverManager.getConnection(url("postgres"), "postgres", folder.superuserPassword());
                Statement statement = connection.createStatement()) {
            if (missing(statement, "select from pg_roles where rolname = 'chask_owner'")) {
                statement.execute(
                        "create role chask_owner login createrole createdb password '" + folder.ownerPassword() + "'");
            }
            if (missing(statement, "select from pg_database where datname = 'chask'")) {
                statement.execute("create database chask owner chask_owner");
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("preparing the embedded PostgreSQL", e);
        }
    }

    private static boolean missing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /// Never gives up while we run: a full disk may have room again. Meanwhile the server is not ready.
    private void keepAlive() {
        long pauseMillis = RETRY_MILLIS;
        try {
            while (!stopping.await(0, TimeUnit.MILLISECONDS)) {
                if (revived()) {
                    pauseMillis = RETRY_MILLIS;
                } else if (!stopping.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                    pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the server's end and starts it again; false when it does not start.
    private boolean revived() {
        folder.postmaster().ifPresent(process -> process.onExit().join());
        if (stopping.getCount() == 0 || folder.postmaster().isPresent()) {
            return true;
        }
        LOG.warn("PostgreSQL has ended unexpectedly; starting it again");
        try {
            // On its port: there are connections to it that come back.
            startServer(() -> {});
            return true;
        } catch (EmbeddedPostgresFailed | UncheckedIOException e) {
            failedStarts.incrementAndGet();
            LOG.error("PostgreSQL could not be started again; trying once more later", e);
            return false;
        }
    }

    /// How often the watcher could not start the server again.
    int failedStarts() {
        return failedStarts.get();
    }

    /// Fast writes a checkpoint; a disk that is too slow for it costs the next start a recovery, and no message.
    private void stop() {
        if (folder.postmaster().isEmpty()) {
            return;
        }
        try {
            stop("fast", STOP_SECONDS);
        } catch (EmbeddedPostgresFailed e) {
            LOG.warn("PostgreSQL does not stop in {} s; stopping it at once", STOP_SECONDS);
            stop("immediate", STOP_SECONDS);
        }
    }

    private void stop(String mode, int seconds) {
        command.run(
                "pg_ctl",
                List.of(
                        "stop",
                        "-D",
                        folder.cluster().toString(),
                        "-m",
                        mode,
                        "-w",
                        "-t",
                        String.valueOf(seconds),
                        "-s"));
    }

    private Path log() {
        Path log = folder.path("postgres.log");
        try {
            if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
                Files.move(log, folder.path("postgres.log.1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("turning over " + log, e);
        }
        return log;
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(folder.path("postgres.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "none";
        }
    }

    private void pause(long millis) {
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw new EmbeddedPostgresFailed("stopped while PostgreSQL was starting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresFailed("interrupted while PostgreSQL was starting");
        }
    }
}
