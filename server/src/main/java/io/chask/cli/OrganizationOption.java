package io.chask.cli;

import io.chask.organization.Tenant;
import java.util.UUID;
import picocli.CommandLine.Option;

/// Which organization a command is about.
final class OrganizationOption {

    @Option(names = "--organization", required = true, paramLabel = "ID", description = "Id of the organization.")
    private UUID id;

    /// @throws CommandFailed when there is no such organization
    Tenant find(Installation installation) {
        return installation
                .organizations()
                .find(id)
                .orElseThrow(() -> new CommandFailed("There is no organization " + id));
    }
}
