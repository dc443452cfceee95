package io.chask.cli;

import io.chask.organization.Organization;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which organization a command to try things with is about: where none is named, the only one, or the demo's.
final class LikelyOrganization {

    @Option(
            names = "--organization",
            paramLabel = "ID",
            description = "Id of the organization; not set: the only one, or the demo's where there are several.")
    private @Nullable UUID id;

    /// @throws CommandFailed when there is no such organization, or it could be any of several
    UUID find(Installation installation) {
        var all = installation.directory().list();
        if (id != null) {
            return named(all, id);
        }
        if (all.isEmpty()) {
            throw new CommandFailed("There is no organization yet. Make one with: organization create");
        }
        if (all.size() == 1) {
            return all.getFirst().id();
        }
        return installation.directory().demo().orElseThrow(() -> new CommandFailed(refusal(all)));
    }

    private static UUID named(List<Organization> all, UUID id) {
        if (all.stream().noneMatch(each -> each.id().equals(id))) {
            throw new CommandFailed("There is no organization " + id);
        }
        return id;
    }

    private static String refusal(List<Organization> all) {
        return all.stream()
                .map(each -> "  --organization " + each.id() + "  " + each.name())
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "There are several organizations. Say which one:" + System.lineSeparator(),
                        ""));
    }
}
