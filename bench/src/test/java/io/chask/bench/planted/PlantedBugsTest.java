package io.chask.bench.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.bench.fault.Faults;
import io.chask.bench.fault.Verdict;
import io.chask.bench.server.ServerCommand;
import io.chask.bench.server.ServerProcess;
import io.chask.bench.server.Tenant;
import io.chask.bench.server.Tenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each planted bug is found by the run that is there to find it, which finds nothing without the bug.
@Tag("planted")
final class PlantedBugsTest {

    private static final long SEED = 7;

    /// With a bug that loses messages, all of it is waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /// A healthy server has it all long before, even on a machine that does something else besides.
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(90);

    private static final Map<String, String> QUOTAS = Map.of(
            "CHASK_QUOTA_PER_SECOND", "0",
            "CHASK_QUOTA_SESSIONS_PER_MINUTE", "0",
            "CHASK_QUOTA_KEY_SESSIONS_PER_MINUTE", "0",
            "CHASK_QUOTA_STREAMS_PER_MINUTE", "0",
            "CHASK_QUOTA_ADDRESS_PER_SECOND", "0",
            "CHASK_QUOTA_ORGANIZATION_PER_SECOND", "0",
            "CHASK_DELIVERY_HELLOS_PER_SECOND", "100000");

    /// A fault of [Faults].
    private interface Run {
        Verdict on(Faults faults) throws IOException, InterruptedException;
    }

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aServerWithoutABugPassesEveryRun() throws IOException, InterruptedException {
        try (var server = start(PlantedBuild.healthy())) {
            var tenants = tenants(server);
            var faults = new Faults(server, tenants, SEED, LONG_PATIENCE);
            assertThat(faults.killServer(2).violations()).isEmpty();
            assertThat(faults.drain(1).violations()).isEmpty();
            assertThat(faults.hurtConnections(12).violations()).isEmpty();
            assertThat(race(PlantedBuild.healthy(), server, tenants)).isEmpty();
        }
    }

    @Test
    void answeringBeforeTheCommitIsFoundByKillingTheServer() throws IOException, InterruptedException {
        assertThat(violations(PlantedBug.ANSWER_BEFORE_COMMIT, faults -> faults.killServer(3)))
                .anyMatch(violation -> violation.startsWith("C1"));
    }

    @Test
    void aResumeThatIsOffByOneIsFoundByHurtConnections() throws IOException, InterruptedException {
        assertThat(violations(PlantedBug.RESUME_OFF_BY_ONE, faults -> faults.hurtConnections(4)))
                .anyMatch(violation -> violation.contains("C7"));
    }

    @Test
    void goingWithoutADrainIsFoundByStoppingTheServer() throws IOException, InterruptedException {
        assertThat(violations(PlantedBug.DRAIN_WITHOUT_WAIT, faults -> faults.drain(1)))
                .anyMatch(violation -> violation.startsWith("F3"));
    }

    static List<PlantedBug> bugsOfTheWriter() {
        return List.of(PlantedBug.NO_ROW_LOCK, PlantedBug.ONE_STATEMENT);
    }

    @ParameterizedTest
    @MethodSource("bugsOfTheWriter")
    void twoWritersThatNumberAtOnceAreFoundByTheRace(PlantedBug bug) throws IOException, InterruptedException {
        assertThat(raced(bug)).anyMatch(violation -> violation.matches("C[123]:.*"));
    }

    @Test
    void aConversationInTwoLanesIsFoundByTheRace() throws IOException, InterruptedException {
        assertThat(raced(PlantedBug.SHARED_QUEUE)).anyMatch(violation -> violation.startsWith("C4"));
    }

    @Test
    void anIdThatMayStandTwiceIsFoundByTheRace() throws IOException, InterruptedException {
        assertThat(raced(PlantedBug.NO_UNIQUE_KEY)).anyMatch(violation -> violation.startsWith("C2"));
    }

    private List<String> violations(PlantedBug bug, Run run) throws IOException, InterruptedException {
        try (var server = start(PlantedBuild.with(bug, folder.resolve("planted")))) {
            return run.on(new Faults(server, tenants(server), SEED, PATIENCE)).violations();
        }
    }

    /// The server with the bug brings the database, for the bug may be in its tables.
    private List<String> raced(PlantedBug bug) throws IOException, InterruptedException {
        String classPath = PlantedBuild.with(bug, folder.resolve("planted"));
        try (var server = start(classPath)) {
            return race(classPath, server, tenants(server));
        }
    }

    private ServerProcess start(String classPath) throws IOException, InterruptedException {
        return new ServerProcess(ServerCommand.ofClassPath(classPath), folder.resolve("data"), QUOTAS);
    }

    private static List<Tenant> tenants(ServerProcess server) {
        return Tenants.create(server.storage(), 5, new SecureRandom());
    }

    private static List<String> race(String classPath, ServerProcess server, List<Tenant> tenants) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        WriterRace.class.getName(),
                        server.data().toString(),
                        tenants.getFirst().organizationId(),
                        Long.toString(SEED))
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = output.lines().toList();
            assertThat(lines).last().isEqualTo("done");
            return lines.stream().filter(line -> line.matches("C\\d:.*")).toList();
        }
    }
}
