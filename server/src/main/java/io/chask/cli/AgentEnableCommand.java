package io.chask.cli;

import io.chask.account.Agent;
import io.chask.audit.Actor;
import picocli.CommandLine.Command;

/// `agent enable`: takes `agent disable` back.
@Command(
        name = "enable",
        description = "Lets a disabled agent sign in again, with the password he had.",
        mixinStandardHelpOptions = true)
final class AgentEnableCommand extends AgentChangeCommand {

    AgentEnableCommand() {
        super("Enabled agent");
    }

    @Override
    void change(Installation installation, Agent found) {
        if (!installation.agents().enable(found.organization(), found.id(), Actor.COMMAND_LINE)) {
            throw new CommandFailed("This agent is not disabled");
        }
    }
}
