package io.chask.cli;

import io.chask.account.BadAccount;
import io.chask.config.BadConfig;
import io.chask.database.DataFolderInUse;
import io.chask.database.EmbeddedPostgresFailed;
import io.chask.database.StoreUnavailable;
import io.chask.database.UnsuitableDatabase;
import io.chask.edge.AddressUnavailable;
import io.chask.organization.BadSetting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// What a failure looks like on the terminal: one line where the caller can do something about it, the whole stack
/// where he cannot.
final class Failures {

    private Failures() {}

    /// Has the form of [CommandLine.IExecutionExceptionHandler].
    static int explain(Exception failure, CommandLine command, ParseResult ignored) {
        var error = command.getErr();
        switch (failure) {
            case BadConfig bad -> {
                error.println(bad.getMessage());
                return ExitCode.USAGE;
            }
            case CommandFailed _,
                    BadAccount _,
                    BadSetting _,
                    UnsuitableDatabase _,
                    EmbeddedPostgresFailed _,
                    DataFolderInUse _,
                    AddressUnavailable _ ->
                error.println(failure.getMessage());
            case StoreUnavailable _ -> error.println(failure.getMessage() + because(failure.getCause()));
            default -> failure.printStackTrace(error);
        }
        return ExitCode.SOFTWARE;
    }

    private static String because(@Nullable Throwable cause) {
        return cause == null ? "" : ": " + cause.getMessage();
    }

    /// Has the form of [CommandLine.IParameterExceptionHandler].
    static int explainUsage(ParameterException failure, String[] ignored) {
        var command = failure.getCommandLine();
        var error = command.getErr();
        error.println(failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, error);
        error.println("See ./" + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }
}
