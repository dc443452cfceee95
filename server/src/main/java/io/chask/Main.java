package io.chask;

import io.chask.cli.CommandLineInterface;

/// Starts the server. Replaced by the real composition root.
public final class Main {
    private Main() {}

    /// Process entry point.
    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.execute(arguments, _ -> 0));
    }
}
