package io.chask.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `agent disable`: ends all of an agent's sessions and refuses new ones.
@Command(
        name = "disable",
        description = "Signs an agent out everywhere and refuses him from now on. What he wrote stays.",
        mixinStandardHelpOptions = true)
final class AgentDisableCommand implements Callable<Integer> {

    @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "The agent's e-mail address.")
    private String email;

    @Mixin
    private OrganizationOption organization;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        output.print("Disabled agent " + email, disable());
        return 0;
    }

    private Map<String, String> disable() {
        try (var installation = Installation.open(data.configuration())) {
            var id = organization.find(installation).organization().id();
            var agent = installation
                    .agents()
                    .findByEmail(id, email)
                    .orElseThrow(() -> new CommandFailed("The organization has no agent " + email));
            if (!installation.agents().disable(id, agent.id())) {
                throw new CommandFailed("This agent was disabled before");
            }
            Map<String, String> result = new LinkedHashMap<>();
            result.put("organizationId", id.toString());
            result.put("agentId", agent.id().toString());
            return result;
        }
    }
}
