package io.chask.cli;

import io.chask.audit.Actor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `agent reset-second-factor`: for whoever has lost phone and recovery codes, and no owner is left to do it.
@Command(
        name = "reset-second-factor",
        description = "Takes an agent's second factor away and signs him out everywhere.",
        mixinStandardHelpOptions = true)
final class AgentSecondFactorCommand implements Callable<Integer> {

    @Mixin
    private AgentOption agent;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        try (var installation = Installation.open(data.configuration())) {
            var found = agent.find(installation);
            if (!installation.agents().resetSecondFactor(found.organization(), found.id(), Actor.COMMAND_LINE)) {
                throw new CommandFailed("This agent has no second factor");
            }
            output.print("Reset the second factor of agent " + agent.email(), AgentResult.of(found));
        }
        return 0;
    }
}
