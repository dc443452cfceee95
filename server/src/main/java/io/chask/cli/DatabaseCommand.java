package io.chask.cli;

import picocli.CommandLine.Command;

/// `database …`
@Command(
        name = "database",
        description = "The installation's database.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = DatabaseRestoredCommand.class)
final class DatabaseCommand {}
