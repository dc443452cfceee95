package io.chask.bench;

import io.chask.bench.fault.DiskFull;
import io.chask.bench.fault.Faults;
import io.chask.bench.fault.Stalled;
import io.chask.bench.fault.Verdict;
import io.chask.bench.server.ServerCommand;
import io.chask.bench.server.ServerProcess;
import io.chask.bench.server.Tenant;
import io.chask.bench.server.Tenants;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Hurts a server of its own and judges what is left.
@Command(
        name = "faults",
        description =
                "Kills, drains and cuts while people write, then checks that nothing is lost, doubled or disordered.",
        mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

    /// Each agent of a tenant hears of all its conversations.
    private static final int TENANTS = 16;

    private static final Duration MEASURED = Duration.ofSeconds(5);

    @Option(names = "--jar", required = true, description = "The server's jar.")
    private Path jar = Path.of("chask.jar");

    @Option(names = "--archive", description = "The server's prepared classes, for a quick start.")
    private @Nullable Path archive;

    @Option(
            names = "--only",
            split = ",",
            description = "F1, F2, F3, F5, F7, F9, F15. Default: all. `--only F5 --seed 4711 --seeds 1` repeats one"
                    + " seed alone.")
    private Set<String> only = Set.of("F1", "F2", "F3", "F5", "F7", "F9", "F15");

    @Option(
            names = "--cycles",
            description = "Of F1; F2 takes two fifths and F3 three fifths of it. Default: ${DEFAULT-VALUE}.")
    private int cycles = 5;

    @Option(names = "--seeds", description = "Of F5: how many, counted up from --seed. Default: ${DEFAULT-VALUE}.")
    private int seeds = 200;

    @Option(names = "--ids", description = "Of F15. Default: ${DEFAULT-VALUE}.")
    private int ids = 1000;

    @Option(names = "--seed", description = "Of all chance in the run. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--patience", description = "Seconds until all must be well. Default: ${DEFAULT-VALUE}.")
    private int patience = 90;

    @Option(names = "--long", description = "Nothing else runs here: F9 also judges how much slower others become.")
    private boolean quiet;

    @Option(names = "--report", description = "File for the report as Markdown; as JSON beside it.")
    private @Nullable Path reportFile;

    @Option(names = "--counts", description = "File for the numbers of passed and failed faults.")
    private @Nullable Path countsFile;

    @Spec
    private @Nullable CommandSpec spec;

    private final FaultsReport report = new FaultsReport();

    @Override
    public Integer call() throws IOException, InterruptedException {
        out().println("seed " + seed + ", " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version());
        report.facts(Machine.describe());
        report.fact("seed", seed);
        report.fact("load average before", Machine.load());
        var command = ServerCommand.ofJar(jar, archive);
        try (var folder = TemporaryFolder.create("chask-faults");
                var server = new ServerProcess(command, folder.path().resolve("data"), Quotas.LIFTED)) {
            report.facts(Machine.database(server.storage()));
            var tenants = Tenants.create(server.storage(), TENANTS, Main.random());
            for (Run run : runs(server, tenants, folder.path(), command)) {
                Verdict verdict = run.run();
                report.add(verdict);
                out().println(verdict.line());
                out().flush();
            }
        }
        report.fact("load average after", Machine.load());
        out().println(report.summary());
        out().flush();
        write();
        return report.failed() == 0 ? 0 : 1;
    }

    private void write() throws IOException {
        if (reportFile != null) {
            report.write(reportFile);
        }
        if (countsFile != null) {
            Files.writeString(countsFile, report.passed() + " " + report.failed() + "\n");
        }
    }

    private List<Run> runs(ServerProcess server, List<Tenant> tenants, Path folder, ServerCommand command) {
        var faults = new Faults(server, tenants, seed, Duration.ofSeconds(patience));
        Map<String, Run> all = new LinkedHashMap<>();
        all.put("F1", () -> faults.killServer(cycles));
        all.put("F2", () -> faults.killDatabase(Math.max(1, cycles * 2 / 5)));
        all.put("F3", () -> faults.drain(Math.max(1, cycles * 3 / 5)));
        all.put("F5", () -> faults.hurtConnections(seeds));
        all.put("F7", () -> DiskFull.run(command, folder, Quotas.LIFTED, seed, Duration.ofSeconds(patience)));
        all.put("F9", () -> new Stalled(server, tenants, seed, MEASURED).run(quiet));
        all.put("F15", () -> faults.oneIdManyTimes(ids));
        if (!all.keySet().containsAll(only)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--only knows " + String.join(", ", all.keySet()));
        }
        all.keySet().retainAll(only);
        return List.copyOf(all.values());
    }

    /// One fault.
    private interface Run {
        Verdict run() throws IOException, InterruptedException;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
