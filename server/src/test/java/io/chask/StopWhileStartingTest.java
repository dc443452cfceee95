package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that is told to stop before it serves leaves no database behind.
@Timeout(240)
final class StopWhileStartingTest {

    @TempDir
    Path data;

    private Process process(String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path", ""),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessHandle database(Process owner) {
        while (owner.isAlive()) {
            var found = postmaster();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("ended before its database began");
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            var lines = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
            return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.getFirst()));
        } catch (IOException | NumberFormatException notYet) {
            return Optional.empty();
        }
    }

    private void stopsBoth(Process process) throws Exception {
        var database = database(process);
        process.destroy();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        database.onExit().get(60, TimeUnit.SECONDS);
        assertThat(database.isAlive()).isFalse();
    }

    @Test
    void theServer() throws Exception {
        stopsBoth(process("run", "--port", "0", "--host", "127.0.0.1", "--data", data.toString()));
    }

    @Test
    void aCommandOnAStoppedServer() throws Exception {
        stopsBoth(process(
                "organization",
                "create",
                "--name",
                "Interrupted",
                "--origin",
                "https://a.example",
                "--agent-email",
                "ann@a.example",
                "--agent-password",
                "long enough",
                "--data",
                data.toString()));
    }
}
