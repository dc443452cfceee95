package io.chask.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The door behind `./chask`. Exit codes: 0 done, 1 refused or failed, 2 the command or a setting was not understood.
@Command(
        name = "chask",
        description = "Self-hosted live chat.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class CommandLineInterface {

    private CommandLineInterface() {}

    /// Carries out one command line on the process's own streams.
    ///
    /// @return the exit code
    public static int execute(String[] arguments, ServerProcess server) {
        boolean runs = arguments.length > 0 && arguments[0].equals(RunCommand.NAME);
        if (!runs) {
            CommandLog.install();
        }
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return (runs ? running(server) : create(server)).setOut(out).setErr(err).execute(arguments);
    }

    static CommandLine create(ServerProcess server) {
        var line = running(server);
        Stream.of(
                        OrganizationCommand.class,
                        KeyCommand.class,
                        AgentCommand.class,
                        AuditCommand.class,
                        DatabaseCommand.class,
                        SeedCommand.class,
                        DoctorCommand.class)
                .forEach(line::addSubcommand);
        return configured(line);
    }

    /// Knows the one command that starts the server, which does not wait for the others to be described.
    private static CommandLine running(ServerProcess server) {
        return configured(new CommandLine(new CommandLineInterface()).addSubcommand(RunCommand.create(server)));
    }

    /// What it sets goes for the subcommands that are there.
    private static CommandLine configured(CommandLine line) {
        return line.setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Failures::explainUsage)
                .setExecutionExceptionHandler(Failures::explain);
    }
}
