package io.chask.cli;

import io.chask.account.BadAccount;
import io.chask.config.BadConfig;
import io.chask.database.DataFolderInUse;
import io.chask.database.EmbeddedPostgresFailed;
import io.chask.database.StoreUnavailable;
import io.chask.database.UnsuitableDatabase;
import io.chask.edge.AddressUnavailable;
import io.chask.organization.BadSetting;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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
                    AddressUnavailable _ -> error.println(failure.getMessage());
            case StoreUnavailable _ -> error.println(failure.getMessage() + because(failure.getCause()));
            case UncheckedIOException io
            when io.getCause() instanceof FileSystemException file ->
                error.println(io.getMessage() + ": " + reason(file));
            default -> failure.printStackTrace(error);
        }
        return ExitCode.SOFTWARE;
    }

    // The message of several of these is the file's name and nothing else.
    private static String reason(FileSystemException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> failure.getFile() + " is not this user's to use";
            case FileAlreadyExistsException _ -> failure.getFile() + " is no folder";
            default -> String.valueOf(failure.getMessage());
        };
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
