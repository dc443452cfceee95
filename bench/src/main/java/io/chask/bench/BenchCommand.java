package io.chask.bench;

import io.chask.bench.load.DatabaseLimit;
import io.chask.bench.load.IdleCrowd;
import io.chask.bench.load.Loads;
import io.chask.bench.server.ServerCommand;
import io.chask.bench.server.ServerFigures;
import io.chask.bench.server.ServerProcess;
import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import io.chask.bench.server.Tenants;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures a server: its own, started on a data folder that is thrown away, or another by `--url` with `--tenants`.
@Command(name = "bench", description = "Loads a server and prints what it delivers.", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    /// Ten pairs share an organization at 500 pairs: its agents all hear of each change of the list.
    private static final int ORGANIZATIONS = 50;

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Option(names = "--jar", required = true, description = "The server's jar.")
    private Path jar = Path.of("chask.jar");

    @Option(names = "--archive", description = "The server's prepared classes, for a quick start.")
    private @Nullable Path archive;

    @Option(names = "--url", description = "Of a running server; without it one is started.")
    private @Nullable URI url;

    @Option(
            names = "--tenants",
            description = "With --url: a file of JSON lines {organizationId, apiKey, origin, email, password}.")
    private @Nullable Path tenantFile;

    @Option(
            names = "--database-url",
            description = "JDBC URL of an own PostgreSQL for the started server, empty; without it the embedded one.")
    private @Nullable String databaseUrl;

    @Option(names = "--only", split = ",", description = "closed, offered, idle, herd, database. Default: all.")
    private Set<String> only = Set.of("closed", "offered", "idle", "herd", "database");

    @Option(names = "--seconds", description = "Measured a row. Default: ${DEFAULT-VALUE}.")
    private int seconds = 5;

    @Option(
            names = "--warm-up",
            description = "Seconds of load before the first row, for the server's hot path to be compiled."
                    + " Default: ${DEFAULT-VALUE}.")
    private int warmUp = 30;

    @Option(names = "--connections", description = "Of the idle crowd. Default: ${DEFAULT-VALUE}.")
    private int connections = 10_000;

    @Option(names = "--lanes", description = "Message writers of the started server. Default: ${DEFAULT-VALUE}.")
    private int lanes = 1;

    @Option(names = "--json", description = "File for the figures as JSON.")
    private @Nullable Path jsonFile;

    @Spec
    private @Nullable CommandSpec spec;

    private final Report report = new Report();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if ((url == null) != (tenantFile == null)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--url and --tenants belong together: the organizations of another server have to be told.");
        }
        report.facts(Machine.describe());
        report.fact("load average before", Machine.load());
        if (url != null && tenantFile != null) {
            load(new Target(url), Tenants.read(tenantFile), null);
        } else {
            loadOwn();
        }
        report.fact("load average after", Machine.load());
        out().println(report.table());
        out().println(report.json());
        out().flush();
        if (jsonFile != null) {
            Files.writeString(jsonFile, report.json() + "\n");
        }
        return 0;
    }

    private void loadOwn() throws IOException, InterruptedException {
        var settings = new HashMap<>(Quotas.LIFTED);
        settings.put("CHASK_DATABASE_LANES", Integer.toString(lanes));
        if (databaseUrl != null) {
            settings.put("CHASK_DATABASE_URL", databaseUrl);
        }
        try (var folder = TemporaryFolder.create("chask-bench");
                var server = new ServerProcess(
                        ServerCommand.ofJar(jar, archive), folder.path().resolve("data"), settings)) {
            var storage = server.storage();
            report.facts(Machine.database(storage));
            measureStart(server);
            List<Tenant> tenants = Tenants.create(storage, ORGANIZATIONS, Main.random());
            load(new Target(server.url()), tenants, new ServerFigures(server.pid()));
            if (only.contains("database")) {
                UUID organization = UUID.fromString(tenants.getFirst().organizationId());
                double limit =
                        DatabaseLimit.measure(storage, organization, lanes, WARM_UP, Duration.ofSeconds(seconds));
                report.fact("database alone, messages/s", Math.round(limit));
                report.ratios("delivered / database alone", limit);
            }
        }
    }

    private void measureStart(ServerProcess server) throws IOException, InterruptedException {
        server.terminate();
        if (!server.storage().isEmbedded()) {
            long begun = System.nanoTime();
            server.restart();
            report.fact("start beside PostgreSQL's own, ms", (System.nanoTime() - begun) / 1_000_000);
            return;
        }
        var start = server.restartTimed();
        report.fact("start on an existing folder, ms", start.ready().toMillis());
        report.fact(
                "start beside PostgreSQL's own, ms",
                start.ready().minus(start.database()).toMillis());
    }

    private void load(Target target, List<Tenant> tenants, @Nullable ServerFigures figures)
            throws InterruptedException {
        try (var loads = new Loads(target, tenants, Main.random(), WARM_UP, Duration.ofSeconds(seconds))) {
            if (only.contains("closed") || only.contains("offered")) {
                report.row(loads.warmUp(Duration.ofSeconds(warmUp)));
            }
            if (only.contains("closed")) {
                report.row(loads.closed("closed 50 pairs", 50, 1));
                report.row(loads.closed("closed 200 pairs", 200, 1));
                report.row(loads.closed("closed 500 pairs x 4", 500, 4));
            }
            if (only.contains("offered")) {
                for (int rate : List.of(200, 500, 1000, 5000)) {
                    report.row(loads.offered("offered " + rate + "/s", rate));
                }
            }
            if (only.contains("idle") || only.contains("herd")) {
                crowd(loads.crowd(), figures);
            }
        }
    }

    /// @param figures of the server's process; null when it runs elsewhere
    private void crowd(IdleCrowd crowd, @Nullable ServerFigures figures) throws InterruptedException {
        report.fact("idle connections", connections);
        if (figures == null) {
            crowd.growTo(connections, PATIENCE);
        } else {
            grow(crowd, figures);
        }
        if (figures != null && only.contains("idle")) {
            Duration used = figures.processorTime();
            Thread.sleep(Duration.ofSeconds(seconds));
            report.fact(
                    "idle processor share, %",
                    figures.processorTime().minus(used).toMillis() / (10.0 * seconds));
        }
        if (only.contains("herd")) {
            report.fact("herd: all resumed after, ms", crowd.herd(PATIENCE).toMillis());
        }
    }

    private void grow(IdleCrowd crowd, ServerFigures figures) throws InterruptedException {
        int first = connections / 5;
        crowd.growTo(first, PATIENCE);
        long before = figures.residentAfterCollection();
        crowd.growTo(connections, PATIENCE);
        long after = figures.residentAfterCollection();
        report.fact("bytes resident per idle connection", (after - before) / (connections - first));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
