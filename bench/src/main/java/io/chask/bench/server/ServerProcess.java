package io.chask.bench.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// A server of our own, started for the measurement on a data folder that is thrown away, with its quotas raised.
public final class ServerProcess implements AutoCloseable {

    private static final int READY_WITHIN_SECONDS = 60;

    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;

    /// Of PostgreSQL's lock file: `starting`, `ready`, `stopping`.
    private static final int STATE_LINE = 7;

    /// The first line of what it prints once it is ready.
    private static final String GREETING = "Chask is ready.";

    private final ServerCommand command;
    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private Process process;

    /// How much its log held before it was started.
    private long logged;

    /// Starts and waits until it is ready.
    ///
    /// @param command what starts it
    /// @param data  its folder
    /// @param environment settings of the server, as `CHASK_…` variables
    public ServerProcess(ServerCommand command, Path data, Map<String, String> environment)
            throws IOException, InterruptedException {
        this.command = command;
        this.data = data;
        this.environment = Map.copyOf(environment);
        this.port = freePort();
        this.process = launch();
        awaitReady();
    }

    /// Starts again on the same data and port, after [#kill].
    public void restart() throws IOException, InterruptedException {
        process = launch();
        awaitReady();
    }

    /// How long a start took.
    ///
    /// @param database from the start of its PostgreSQL until that accepted
    /// @param ready    all of it
    public record Start(Duration database, Duration ready) {}

    /// Starts again on the same data and port, after [#terminate], and takes the time.
    public Start restartTimed() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        process = launch();
        while (!databaseAccepts(0) && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        var accepted = Instant.now();
        var database = ProcessHandle.of(databasePid())
                .flatMap(postgres -> postgres.info().startInstant())
                .orElse(accepted);
        awaitReady();
        return new Start(Duration.between(database, accepted), Duration.ofNanos(System.nanoTime() - begun));
    }

    /// Ends it as `kill -9` does.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Ends it as an operator does; gives the exit code.
    ///
    /// @throws IllegalStateException when it does not end within 35 s
    public int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(35, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not end within 35 s of SIGTERM");
        }
        return process.exitValue();
    }

    /// The process id of its PostgreSQL.
    public long databasePid() throws IOException {
        return Long.parseLong(postmaster().getFirst().strip());
    }

    /// Whether another PostgreSQL than this one accepts connections, by what it writes into its lock file.
    public boolean databaseAccepts(long old) {
        try {
            var lines = postmaster();
            return lines.size() > STATE_LINE
                    && Long.parseLong(lines.getFirst().strip()) != old
                    && lines.get(STATE_LINE).strip().equals("ready");
        } catch (IOException | NumberFormatException | NoSuchElementException notThere) {
            return false;
        }
    }

    /// The process id of a PostgreSQL other than this one, when it has begun and does not accept yet.
    public Optional<Long> databaseStarting(long old) {
        try {
            return Optional.of(databasePid()).filter(pid -> pid != old && !databaseAccepts(old));
        } catch (IOException | NumberFormatException | NoSuchElementException notThere) {
            return Optional.empty();
        }
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
    }

    /// Where it keeps its rows.
    public Storage storage() {
        return new Storage(data, Optional.ofNullable(environment.get("CHASK_DATABASE_URL")));
    }

    /// Its data folder.
    public Path data() {
        return data;
    }

    /// Its address.
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Its process id.
    public long pid() {
        return process.pid();
    }

    private Process launch() throws IOException {
        var words = new ArrayList<>(command.words());
        words.addAll(List.of("run", "--port", Integer.toString(port), "--data", data.toString()));
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        var log = log();
        logged = Files.exists(log) ? Files.size(log) : 0;
        return builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /// Whether it has said so itself: another server may answer at the port that it is about to take.
    private boolean saysReady() {
        try (var log = Files.newInputStream(log())) {
            log.skipNBytes(logged);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8).contains(GREETING);
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Waits until it is ready.
    public void awaitReady() throws InterruptedException {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(url().resolve("/health/ready")).build();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended with " + process.exitValue());
            }
            if (status(http, request) == 200 && saysReady()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new IllegalStateException("the server was not ready within " + READY_WITHIN_SECONDS + " s");
    }

    private static int status(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /// Below those that systems give to whoever asks for any, so that nobody is given it before the server has taken
    /// it.
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(FIRST_PORT, LAST_PORT)
                .filter(ServerProcess::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(35, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
