package io.chask.cli;

import io.chask.organization.Organization;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `organization list`: their ids, which other commands ask for.
@Command(name = "list", description = "Lists the organizations with their ids.", mixinStandardHelpOptions = true)
final class OrganizationListCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        try (var installation = Installation.open(data.configuration())) {
            var organizations = installation.directory().list();
            var words = organizations.stream()
                    .map(organization -> organization.id() + "  " + organization.name())
                    .collect(Collectors.joining(System.lineSeparator()));
            output.printEither(
                    organizations.isEmpty() ? "There is no organization yet." : words,
                    Map.of("organizations", rows(organizations)));
        }
        return 0;
    }

    private static List<Row> rows(List<Organization> organizations) {
        return organizations.stream()
                .map(organization -> new Row(
                        organization.id().toString(),
                        organization.name(),
                        organization.createdAt().toString()))
                .toList();
    }

    record Row(String organizationId, String name, String createdAt) {}
}
