package io.chask.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command printed and how it ended.
record Terminal(int exitCode, String output, String errors) {

    /// Carries out a command line as the process would.
    static Terminal run(ServerProcess server, String... arguments) {
        var output = new StringWriter();
        var errors = new StringWriter();
        int code = CommandLineInterface.create(server)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
        return new Terminal(code, output.toString(), errors.toString());
    }

    /// A command that must not start the server.
    static Terminal run(String... arguments) {
        return run(
                _ -> {
                    throw new AssertionError("the server was started");
                },
                arguments);
    }

    String lastLine() {
        return output.lines().reduce("", (_, line) -> line);
    }
}
