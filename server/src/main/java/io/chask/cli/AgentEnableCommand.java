package io.chask.cli;

import io.chask.audit.Actor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `agent enable`: takes `agent disable` back.
@Command(
        name = "enable",
        description = "Lets a disabled agent sign in again, with the password he had.",
        mixinStandardHelpOptions = true)
final class AgentEnableCommand implements Callable<Integer> {

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
            if (!installation.agents().enable(found.organization(), found.id(), Actor.COMMAND_LINE)) {
                throw new CommandFailed("This agent is not disabled");
            }
            output.print("Enabled agent " + agent.email(), AgentResult.of(found));
        }
        return 0;
    }
}
