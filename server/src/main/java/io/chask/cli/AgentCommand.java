package io.chask.cli;

import picocli.CommandLine.Command;

/// `agent …`
@Command(
        name = "agent",
        description = "Agents: who answers for an organization.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AgentAddCommand.class,
            AgentDisableCommand.class,
            AgentEnableCommand.class,
            AgentPasswordCommand.class,
            AgentSecondFactorCommand.class
        })
final class AgentCommand {}
