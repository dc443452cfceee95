package io.chask.bench;

import java.security.SecureRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./chask bench` and `./chask faults`.
@Command(
        name = "chask-bench",
        subcommands = {BenchCommand.class, FaultsCommand.class},
        mixinStandardHelpOptions = true)
public final class Main {

    private Main() {}

    /// Runs the command line.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    failure.printStackTrace(line.getErr());
                    return 1;
                })
                .execute(arguments));
    }

    static SecureRandom random() {
        return new SecureRandom();
    }
}
