package io.chask.cli;

import io.chask.audit.Actor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `agent disable`: ends all of an agent's sessions and refuses new ones.
@Command(
        name = "disable",
        description = "Signs an agent out everywhere and refuses him from now on. What he wrote stays.",
        mixinStandardHelpOptions = true)
final class AgentDisableCommand implements Callable<Integer> {

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
            if (!installation.agents().disable(found.organization(), found.id(), Actor.COMMAND_LINE)) {
                throw new CommandFailed("This agent was disabled before");
            }
            output.print("Disabled agent " + agent.email(), AgentResult.of(found));
        }
        return 0;
    }
}
