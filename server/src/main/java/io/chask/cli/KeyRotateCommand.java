package io.chask.cli;

import io.chask.audit.Actor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `key rotate`: one more key. The old ones work until they are revoked.
@Command(
        name = "rotate",
        description = "Adds a key. The old ones work until they are revoked, so that pages can be changed first.",
        mixinStandardHelpOptions = true)
final class KeyRotateCommand implements Callable<Integer> {

    @Mixin
    private OrganizationOption organization;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        output.print("Added a key. Change the pages to it, then revoke the old one.", rotate());
        return 0;
    }

    private Map<String, String> rotate() {
        try (var installation = Installation.open(data.configuration())) {
            var id = organization.find(installation).organization().id();
            var key = installation.organizations().rotateKey(id, Actor.COMMAND_LINE, Instant.now());
            Map<String, String> result = new LinkedHashMap<>();
            result.put("organizationId", id.toString());
            result.put("apiKey", key.value());
            return result;
        }
    }
}
