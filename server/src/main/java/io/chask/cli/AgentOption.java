package io.chask.cli;

import io.chask.account.Agent;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which agent a command is about.
final class AgentOption {

    @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "The agent's e-mail address.")
    private String email;

    @Mixin
    private OrganizationOption organization;

    String email() {
        return email;
    }

    /// @throws CommandFailed when there is no such organization or agent
    Agent find(Installation installation) {
        var id = organization.find(installation).organization().id();
        return installation
                .agents()
                .findByEmail(id, email)
                .orElseThrow(() -> new CommandFailed("The organization has no agent " + email));
    }
}
