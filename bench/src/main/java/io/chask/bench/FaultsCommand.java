package io.chask.bench;

import io.chask.bench.fault.Faults;
import io.chask.bench.fault.Verdict;
import io.chask.bench.server.ServerProcess;
import io.chask.bench.server.Tenants;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Hurts a server of its own and judges what is left.
@Command(
        name = "faults",
        description =
                "Kills, drains and cuts while people write, then checks that nothing is lost, doubled or disordered.",
        mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

    @Option(names = "--jar", required = true, description = "The server's jar.")
    private Path jar = Path.of("chask.jar");

    @Option(names = "--cycles", description = "Of F1; F2 and F3 take two fifths of it. Default: ${DEFAULT-VALUE}.")
    private int cycles = 5;

    @Option(names = "--seeds", description = "Of F5. Default: ${DEFAULT-VALUE}.")
    private int seeds = 200;

    @Option(names = "--ids", description = "Of F15. Default: ${DEFAULT-VALUE}.")
    private int ids = 1000;

    @Option(names = "--seed", description = "Of all chance in the run. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("chask-faults").resolve("data");
        out().println("seed " + seed + ", " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version());
        try (var server = new ServerProcess(jar, data, Quotas.LIFTED)) {
            var tenants = Tenants.create(data, 5, Main.random());
            var faults = new Faults(server, tenants, new SplittableRandom(seed));
            boolean held = true;
            for (Run run : runs(faults)) {
                Verdict verdict = run.run();
                out().println(verdict.line());
                out().flush();
                held &= verdict.held();
            }
            return held ? 0 : 1;
        }
    }

    private List<Run> runs(Faults faults) {
        int fewer = Math.max(1, cycles * 2 / 5);
        return List.of(
                () -> faults.killServer(cycles),
                () -> faults.killDatabase(fewer),
                () -> faults.drain(Math.max(1, cycles * 3 / 5)),
                () -> faults.hurtConnections(seeds),
                () -> faults.oneIdManyTimes(ids));
    }

    /// One fault.
    private interface Run {
        Verdict run() throws IOException, InterruptedException;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
