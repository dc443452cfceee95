package io.chask.cli;

import io.chask.audit.Actor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `agent password`: for whoever has forgotten his own.
@Command(
        name = "password",
        description = "Gives an agent a new password and signs him out everywhere.",
        mixinStandardHelpOptions = true)
final class AgentPasswordCommand implements Callable<Integer> {

    @Option(
            names = "--password",
            required = true,
            arity = "0..1",
            interactive = true,
            echo = false,
            paramLabel = "PASSWORD",
            description = "At least 10 characters; asked for when no value is given.")
    private String password;

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
            installation.agents().changePassword(found.organization(), found.id(), password, Actor.COMMAND_LINE);
            output.print("Changed the password of agent " + agent.email(), AgentResult.of(found));
        }
        return 0;
    }
}
