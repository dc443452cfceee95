package io.chask.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.bench.ClassPath;
import io.chask.bench.client.History;
import io.chask.bench.server.ServerCommand;
import io.chask.bench.server.ServerProcess;
import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import io.chask.bench.server.Tenants;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client of `wire/examples`, as a process, against a server, through a proxy that hurts its first connections.
final class ExampleClientTest {

    private static final int LINES = 12;
    private static final int ANSWERS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path CLIENT = Path.of("..", "wire", "examples", "ChaskClient.java");

    /// Before the commit, between the commit and its answer, and in the middle of a frame; later ones are well.
    private static final List<Plan> PLANS = List.of(
            new Plan(Fault.CUT_BEFORE_SEND, 2, 0),
            new Plan(Fault.SWALLOW_SENT, 2, 0),
            new Plan(Fault.CUT_WITHIN_ANSWER, 3, 0));

    @TempDir
    private Path folder = Path.of("");

    private final Tally tally = new Tally();

    @Test
    void everyLineIsStoredOnceInOrderAndTheAnswersArePrinted() throws IOException, InterruptedException {
        try (var server = new ServerProcess(
                        ServerCommand.ofClassPath(ClassPath.ofTests()),
                        folder.resolve("data"),
                        // One that is late with its hello would use up a plan.
                        Map.of("CHASK_DELIVERY_HELLO_TIMEOUT", "60s"));
                var proxy = proxy(server)) {
            Tenant tenant =
                    Tenants.create(server.storage(), 1, new SecureRandom()).getFirst();
            var target = new Target(server.url());
            var client = start(proxy, tenant);
            write(client);
            UUID conversation = answer(target, tenant);
            List<String> printed =
                    client.inputReader(StandardCharsets.UTF_8).lines().toList();

            assertThat(client.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(printed).containsExactly("agent: answer 0", "agent: answer 1", "agent: answer 2");
            assertThat(client.exitValue()).isZero();
            assertThat(target.messages(target.agent(tenant), conversation))
                    .filteredOn(message -> message.get("sender").asString().equals("user"))
                    .extracting(message -> message.get("content").asString())
                    .containsExactlyElementsOf(lines());
        }
        assertThat(PLANS).allMatch(plan -> tally.appliedOf(plan.fault()) == 1);
    }

    @Test
    void theWholeClientHas150LinesOfCode() throws IOException {
        try (var lines = Files.lines(CLIENT)) {
            assertThat(lines.map(String::strip).filter(line -> !line.isEmpty() && !line.matches("(/\\*\\*|\\*).*")))
                    .hasSizeLessThanOrEqualTo(150);
        }
    }

    private FaultProxy proxy(ServerProcess server) throws IOException {
        var address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.url().getPort());
        Queue<Plan> plans = new ArrayDeque<>(PLANS);
        return new FaultProxy(
                address, "example", new History(), () -> plans.isEmpty() ? Plan.UNHURT : plans.remove(), tally);
    }

    private static List<String> lines() {
        return IntStream.range(0, LINES).mapToObj(number -> "line " + number).toList();
    }

    private static Process start(FaultProxy proxy, Tenant tenant) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ClassPath.ofTests(),
                        CLIENT.toString(),
                        "http://127.0.0.1:" + proxy.address().getPort(),
                        tenant.origin(),
                        tenant.organizationId(),
                        tenant.apiKey(),
                        Integer.toString(ANSWERS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void write(Process client) {
        try (var out = new PrintWriter(client.outputWriter(StandardCharsets.UTF_8))) {
            lines().forEach(out::println);
        }
    }

    /// As an agent: waits for the conversation, then answers.
    private static UUID answer(Target target, Tenant tenant) throws InterruptedException {
        String agent = target.agent(tenant);
        List<UUID> conversations = target.conversations(agent);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (conversations.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
            conversations = target.conversations(agent);
        }
        for (int number = 0; number < ANSWERS; number++) {
            target.reply(agent, conversations.getFirst(), "answer " + number);
        }
        return conversations.getFirst();
    }
}
