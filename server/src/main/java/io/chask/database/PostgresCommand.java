package io.chask.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts PostgreSQL's programs. They refuse to run as root, so root runs them in a user namespace of their own
/// (`unshare -U`), where they
/// are nobody but the files stay root's.
final class PostgresCommand {

    private static final long PATIENCE_SECONDS = 120;

    private final Path programs;
    private final List<String> wrapper;

    PostgresCommand(Path programs) {
        this.programs = programs;
        this.wrapper = wrapper();
    }

    /// A server process as a direct child, in a session of its own: a Ctrl-C in the terminal must not stop it before
    /// our drain.
    Process startServer(Path cluster, Path log) {
        List<String> command = new ArrayList<>(wrapper);
        if (onPath("setsid")) {
            command.add("setsid");
        }
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", cluster.toString()));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return start(process);
    }

    /// Runs a program to its end.
    ///
    /// @throws EmbeddedPostgresFailed with its output, when it does not end well
    void run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        Process process = start(new ProcessBuilder(command).redirectErrorStream(true));
        try {
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new EmbeddedPostgresFailed(program + " failed: " + output.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("running " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresFailed("interrupted while running " + program);
        }
    }

    private static List<String> wrapper() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!succeeds(List.of("unshare", "-U", "true"))) {
            throw new EmbeddedPostgresFailed(
                    "PostgreSQL refuses to run as root, and this system allows no user namespaces (unshare -U):"
                            + " start as another user, or use an own server by --database-url");
        }
        return List.of("unshare", "-U");
    }

    private static boolean onPath(String program) {
        String path = System.getenv("PATH");
        if (path == null) {
            return false;
        }
        for (String folder : path.split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + builder.command(), e);
        }
    }
}
