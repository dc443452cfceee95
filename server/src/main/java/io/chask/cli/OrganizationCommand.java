package io.chask.cli;

import picocli.CommandLine.Command;

/// `organization …`
@Command(
        name = "organization",
        description = "Organizations: who uses this installation, each on its own.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {OrganizationCreateCommand.class, OrganizationListCommand.class, OrganizationOriginsCommand.class
        })
final class OrganizationCommand {}
