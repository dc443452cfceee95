package io.chask.cli;

import io.chask.audit.Actor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `key revoke`: makes a key worthless, and ends what runs on it within seconds.
@Command(
        name = "revoke",
        description = "Makes a key worthless. Chats that use it end within seconds.",
        mixinStandardHelpOptions = true)
final class KeyRevokeCommand implements Callable<Integer> {

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "The key, ck_…")
    private String key;

    @Mixin
    private OrganizationOption organization;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        output.print("Revoked the key.", revoke());
        return 0;
    }

    private Map<String, String> revoke() {
        try (var installation = Installation.open(data.configuration())) {
            var tenant = organization.find(installation);
            var id = tenant.organization().id();
            var keys = installation.organizations().keys();
            if (!keys.revoke(id, Keys.find(tenant, key).id(), Actor.COMMAND_LINE, Instant.now())) {
                throw new CommandFailed("This key was revoked before");
            }
            Map<String, String> result = new LinkedHashMap<>();
            result.put("organizationId", id.toString());
            result.put("apiKey", key);
            return result;
        }
    }
}
