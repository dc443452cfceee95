package io.chask.cli;

import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `agent add`: one more agent of an organization.
@Command(name = "add", description = "Adds an agent.", mixinStandardHelpOptions = true)
final class AgentAddCommand implements Callable<Integer> {

    @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "To sign in with.")
    private String email;

    @Option(names = "--name", paramLabel = "NAME", description = "Shown to visitors; not set: the e-mail's first part.")
    private @Nullable String name;

    @Option(
            names = "--password",
            required = true,
            arity = "0..1",
            interactive = true,
            echo = false,
            paramLabel = "PASSWORD",
            description = "At least 10 characters; asked for when no value is given.")
    private String password;

    @Option(
            names = "--role",
            defaultValue = "agent",
            paramLabel = "ROLE",
            description = "owner, admin or agent; not set: agent.")
    private String role;

    @Mixin
    private OrganizationOption organization;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        output.print("Added agent " + email, add());
        return 0;
    }

    private Role role() {
        return Role.of(role).orElseThrow(() -> new CommandFailed("--role must be owner, admin or agent"));
    }

    private Map<String, String> add() {
        try (var installation = Installation.open(data.configuration())) {
            var id = organization.find(installation).organization().id();
            var added = new NewAgent(id, email, AgentNames.orFromEmail(name, email), role(), password);
            var agent = installation.agents().add(added, Actor.COMMAND_LINE);
            return AgentResult.of(agent);
        }
    }
}
