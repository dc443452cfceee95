package io.chask.cli;

import io.chask.audit.Actor;
import io.chask.organization.Origin;
import io.chask.organization.Tenant;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `organization origins`: which pages may show the chat.
@Command(
        name = "origins",
        description =
                "Shows which pages may show the chat, and allows more of them or fewer. Takes effect within seconds.",
        mixinStandardHelpOptions = true)
final class OrganizationOriginsCommand implements Callable<Integer> {

    @Option(
            names = "--add",
            paramLabel = "URL",
            description = "Origin of a page that may show the chat, such as https://shop.example; may be repeated.")
    private List<String> added = List.of();

    @Option(names = "--remove", paramLabel = "URL", description = "Origin that may no longer; may be repeated.")
    private List<String> removed = List.of();

    @Mixin
    private OrganizationOption organization;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        var more = added.stream().map(text -> Origins.read("--add", text)).toList();
        var fewer = removed.stream().map(text -> Origins.read("--remove", text)).toList();
        try (var installation = Installation.open(data.configuration())) {
            var tenant = organization.find(installation);
            fewer.forEach(origin -> checkAllowed(tenant, origin));
            var now = installation
                    .organizations()
                    .changeOrigins(tenant.organization().id(), more, fewer, Actor.COMMAND_LINE, Instant.now());
            output.printEither(words(now), result(tenant, now));
        }
        return 0;
    }

    private static void checkAllowed(Tenant tenant, Origin origin) {
        if (!tenant.origins().contains(origin)) {
            throw new CommandFailed("The organization does not allow " + origin.value()
                    + "; without --add and --remove this command shows what it allows");
        }
    }

    private static String words(Set<Origin> origins) {
        return origins.isEmpty()
                ? "No page may show the chat."
                : String.join(System.lineSeparator(), Origins.sorted(origins));
    }

    private static Map<String, Object> result(Tenant tenant, Set<Origin> origins) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("organizationId", tenant.organization().id().toString());
        result.put("origins", Origins.sorted(origins));
        return result;
    }
}
