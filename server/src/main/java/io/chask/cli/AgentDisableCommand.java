package io.chask.cli;

import io.chask.account.Agent;
import io.chask.audit.Actor;
import picocli.CommandLine.Command;

/// `agent disable`: ends all of an agent's sessions and refuses new ones.
@Command(
        name = "disable",
        description =
                "Signs an agent out everywhere and refuses him from now on. What he wrote stays; what he has is nobody's again.",
        mixinStandardHelpOptions = true)
final class AgentDisableCommand extends AgentChangeCommand {

    AgentDisableCommand() {
        super("Disabled agent");
    }

    @Override
    void change(Installation installation, Agent found) {
        if (!installation.agents().disable(found.organization(), found.id(), Actor.COMMAND_LINE)) {
            throw new CommandFailed("This agent was disabled before");
        }
    }
}
