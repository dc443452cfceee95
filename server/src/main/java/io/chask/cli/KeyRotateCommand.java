package io.chask.cli;

import io.chask.audit.Actor;
import io.chask.organization.ApiKey;
import io.chask.organization.ApiKeys;
import io.chask.organization.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `key rotate`: one more key. The old ones work until they are revoked, or one of them for a while.
@Command(
        name = "rotate",
        description = "Adds a key. The old ones work until they are revoked, so that pages can be changed first.",
        mixinStandardHelpOptions = true)
final class KeyRotateCommand implements Callable<Integer> {

    @Option(
            names = "--replaces",
            paramLabel = "KEY",
            description = "A key that goes on for --days only, and is revoked by itself then.")
    private @Nullable String replaced;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "How long the replaced key goes on, 0 to 90. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Mixin
    private OrganizationOption organization;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        if (days < 0 || days > ApiKeys.LONGEST_GRACE.toDays()) {
            throw new CommandFailed("--days must be 0 to " + ApiKeys.LONGEST_GRACE.toDays());
        }
        var words = replaced == null
                ? "Added a key. Change the pages to it, then revoke the old one."
                : "Added a key. Change the pages to it; the old one is revoked in " + days + " days.";
        output.print(words, rotate());
        return 0;
    }

    private Map<String, String> rotate() {
        try (var installation = Installation.open(data.configuration())) {
            var tenant = organization.find(installation);
            var key = added(installation.organizations().keys(), tenant)
                    .orElseThrow(() -> new CommandFailed("The organization has " + ApiKeys.MOST
                            + " valid keys, or the replaced one was revoked before"));
            Map<String, String> result = new LinkedHashMap<>();
            result.put("organizationId", tenant.organization().id().toString());
            result.put("apiKey", key.value());
            return result;
        }
    }

    private Optional<ApiKey> added(ApiKeys keys, Tenant tenant) {
        var id = tenant.organization().id();
        return replaced == null
                ? keys.add(id, Actor.COMMAND_LINE, Instant.now())
                : keys.replace(
                        id, Keys.find(tenant, replaced).id(), Duration.ofDays(days), Actor.COMMAND_LINE, Instant.now());
    }
}
