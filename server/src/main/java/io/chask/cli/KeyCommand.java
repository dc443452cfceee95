package io.chask.cli;

import picocli.CommandLine.Command;

/// `key …`
@Command(
        name = "key",
        description = "Keys that pages name when they start the chat.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeyRotateCommand.class, KeyRevokeCommand.class})
final class KeyCommand {}
