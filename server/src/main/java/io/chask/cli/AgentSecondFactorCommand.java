package io.chask.cli;

import io.chask.account.Agent;
import io.chask.audit.Actor;
import picocli.CommandLine.Command;

/// `agent reset-second-factor`: for whoever has lost phone and recovery codes, and no owner is left to do it.
@Command(
        name = "reset-second-factor",
        description = "Takes an agent's second factor away and signs him out everywhere.",
        mixinStandardHelpOptions = true)
final class AgentSecondFactorCommand extends AgentChangeCommand {

    AgentSecondFactorCommand() {
        super("Reset the second factor of agent");
    }

    @Override
    void change(Installation installation, Agent found) {
        if (!installation.agents().resetSecondFactor(found.organization(), found.id(), Actor.COMMAND_LINE)) {
            throw new CommandFailed("This agent has no second factor");
        }
    }
}
