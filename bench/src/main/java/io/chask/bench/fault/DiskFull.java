package io.chask.bench.fault;

import io.chask.bench.client.History.Event;
import io.chask.bench.client.Tempo;
import io.chask.bench.server.ServerCommand;
import io.chask.bench.server.ServerProcess;
import io.chask.bench.server.Target;
import io.chask.bench.server.Tenants;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// F7: no room for attachments, then none for the database. A server of its own, whose data stands on small file
/// systems.
public final class DiskFull {

    private static final String EXTENT = "disk full, for attachments and for the database";
    private static final int ATTACHMENTS_MEGABYTES = 4;
    private static final int DATA_MEGABYTES = 400;
    private static final int FILE_BYTES = 1 << 20;
    private static final int VISITORS = 4;

    /// PostgreSQL has what is left of its present log file of 16 MB; these fill it.
    private static final String LONG_TEXT = "no room left ".repeat(750);

    private static final Duration UNTIL_FULL = Duration.ofSeconds(60);

    private final ServerProcess server;
    private final SmallDisk files;
    private final SmallDisk data;
    private final Duration patience;
    private final List<String> violations = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();

    private DiskFull(ServerProcess server, SmallDisk files, SmallDisk data, Duration patience) {
        this.server = server;
        this.files = files;
        this.data = data;
        this.patience = patience;
    }

    /// Runs it, or says that it cannot be run here.
    ///
    /// @param folder      for the data; emptied by its owner
    /// @param environment of the server
    public static Verdict run(
            ServerCommand command, Path folder, Map<String, String> environment, long seed, Duration patience)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path data = folder.resolve("full");
        try (var disk = SmallDisk.mount(data, DATA_MEGABYTES);
                var files = SmallDisk.mount(data.resolve("attachments"), ATTACHMENTS_MEGABYTES);
                var server = new ServerProcess(command, data, environment)) {
            var run = new DiskFull(server, files, disk, patience);
            int written = run.play(new SplittableRandom(seed));
            return Verdict.of("F7", EXTENT, written, run.violations, start).with(run.facts);
        } catch (SmallDisk.NotAllowed notAllowed) {
            return Verdict.skipped("F7", EXTENT, "no permission to mount");
        }
    }

    private int play(SplittableRandom random) throws IOException, InterruptedException {
        var address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.url().getPort());
        var tenants = Tenants.create(server.storage(), 1, new SecureRandom());
        var stage = new Stage(
                new Target(server.url()), tenants, (_, _, _) -> address, Tempo.FAST, new ConcurrentHashMap<>());
        try (var cast = new Cast(stage, random)) {
            cast.enter(VISITORS);
            cast.talk(5);
            cast.awaitAnswer(patience);
            attachmentsFull(stage, cast);
            databaseFull(cast);
            violations.addAll(Judgement.of(stage, cast, patience));
            Judgement.refusals(cast).forEach(one -> violations.add("F7: " + one));
            return cast.written();
        }
    }

    private void attachmentsFull(Stage stage, Cast cast) throws IOException, InterruptedException {
        files.fill();
        var answer = stage.target().upload(cast.talks().getFirst().visitor(), FILE_BYTES);
        if (answer.statusCode() != 507 || !answer.body().contains("STORAGE_FULL")) {
            violations.add("F7: an upload to a full disk was answered " + answer.statusCode() + " " + answer.body());
        }
        if (!files.files().isEmpty()) {
            violations.add("F7: a refused upload left " + files.files());
        }
        if (!cast.awaitAnswer(patience)) {
            violations.add("F7: text does not go on while there is no room for files");
        }
        files.empty();
        var again = stage.target().upload(cast.talks().getFirst().visitor(), FILE_BYTES);
        if (again.statusCode() != 201) {
            violations.add("F7: with room again an upload was answered " + again.statusCode() + " " + again.body());
        }
    }

    private void databaseFull(Cast cast) throws IOException, InterruptedException {
        data.fill();
        long deadline = System.nanoTime() + UNTIL_FULL.toNanos();
        long before = cast.history().entries().size();
        while (!isPostponed(cast) && System.nanoTime() < deadline) {
            cast.everyVisitorWrites(LONG_TEXT);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        if (!isPostponed(cast)) {
            violations.add("F7: a full database was never answered as retryable");
        }
        facts.add("the database took " + (cast.history().entries().size() - before)
                + " more events until there was no room");
        data.empty();
        long freed = System.nanoTime();
        if (!cast.awaitAnswer(patience)) {
            violations.add("F7: the server did not recover by itself within " + patience);
        }
        facts.add("answered again %.1f s after there was room".formatted((System.nanoTime() - freed) / 1e9));
    }

    private static boolean isPostponed(Cast cast) {
        return cast.history().events().stream().anyMatch(Event.Postponed.class::isInstance);
    }
}
