package io.chask.cli;

import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import io.chask.organization.Origin;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `organization create`: an organization with its key, its allowed origins and its first agent.
@Command(
        name = "create",
        description = "Makes an organization with a key for its pages and its first agent.",
        mixinStandardHelpOptions = true)
final class OrganizationCreateCommand implements Callable<Integer> {

    private static final int MAX_NAME = 200;
    private static final UUID NOT_YET = new UUID(0, 0);

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name.")
    private String name;

    @Option(
            names = "--origin",
            required = true,
            paramLabel = "URL",
            description = "Origin of a page that may show the chat, such as https://shop.example; may be repeated.")
    private List<String> origins;

    @Option(
            names = "--agent-email",
            required = true,
            paramLabel = "EMAIL",
            description = "The first agent signs in with it.")
    private String agentEmail;

    @Option(
            names = "--agent-name",
            paramLabel = "NAME",
            description = "Shown to visitors; not set: the e-mail's first part.")
    private @Nullable String agentName;

    @Option(
            names = "--agent-password",
            required = true,
            arity = "0..1",
            interactive = true,
            echo = false,
            paramLabel = "PASSWORD",
            description = "At least 10 characters; asked for when no value is given.")
    private String agentPassword;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        var allowed =
                origins.stream().map(text -> Origins.read("--origin", text)).toList();
        checkName();
        // Refused before anything is written: an organization without an agent would be of no use.
        agentOf(NOT_YET);
        output.print("Made organization " + name, create(allowed));
        return 0;
    }

    private Map<String, String> create(List<Origin> allowed) {
        try (var installation = Installation.open(data.configuration())) {
            var tenant = installation.organizations().create(name.strip(), allowed, Actor.COMMAND_LINE, Instant.now());
            var id = tenant.organization().id();
            var agent = installation.agents().add(agentOf(id), Actor.COMMAND_LINE);
            Map<String, String> result = new LinkedHashMap<>();
            result.put("organizationId", id.toString());
            result.put("apiKey", tenant.keys().getFirst().value());
            result.put("agentId", agent.id().toString());
            return result;
        }
    }

    private NewAgent agentOf(UUID organization) {
        return new NewAgent(
                organization, agentEmail, AgentNames.orFromEmail(agentName, agentEmail), Role.OWNER, agentPassword);
    }

    private void checkName() {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new CommandFailed("--name must have 1 to " + MAX_NAME + " characters");
        }
    }
}
