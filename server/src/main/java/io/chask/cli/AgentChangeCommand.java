package io.chask.cli;

import io.chask.account.Agent;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// A command that changes one agent and needs nothing but his address.
abstract class AgentChangeCommand implements Callable<Integer> {

    @Mixin
    private AgentOption agent;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    private final String done;

    /// @param done what is printed before the address
    AgentChangeCommand(String done) {
        this.done = done;
    }

    /// Changes the agent.
    ///
    /// @throws CommandFailed when there is nothing to change
    abstract void change(Installation installation, Agent found);

    @Override
    public Integer call() {
        try (var installation = Installation.open(data.configuration())) {
            var found = agent.find(installation);
            change(installation, found);
            output.print(done + " " + agent.email(), AgentResult.of(found));
        }
        return 0;
    }
}
