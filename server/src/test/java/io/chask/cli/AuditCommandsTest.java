package io.chask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Agents;
import io.chask.account.PasswordHasher;
import io.chask.database.Database;
import io.chask.database.DatabaseAccess;
import io.chask.database.DatabaseRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Roles by the command line, and the commands of the audit log, while no server runs.
final class AuditCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path data;

    @Test
    void rolesAndTheLogOfWhatWasDone(@TempDir Path folder) throws IOException {
        try (var access = DatabaseAccess.open(data, Optional.empty(), false)) {
            var id = create();
            String[] add = {"agent", "add", "--organization", id, "--password", "second secret", "--email"};
            done(concat(add, "plain@roles.example"));
            done(concat(add, "admin@roles.example", "--role", "admin"));
            var boss = Terminal.run(concat(add, "x@roles.example", "--role", "boss", "--data", data.toString()));
            assertThat(boss.errors()).contains("owner, admin or agent");
            assertThat(roles(access, id)).containsExactly("admin admin", "owner owner", "plain agent");
            done("agent", "disable", "--email", "plain@roles.example", "--organization", id);
        }
        var checked = done("audit", "verify");
        assertThat(checked.get("whole").booleanValue()).isTrue();
        exported(folder.resolve("log.jsonl"), checked.at("/logs/0"));
    }

    private void exported(Path export, JsonNode log) throws IOException {
        var id = log.get("organizationId").stringValue();
        var lines = Terminal.run("audit", "export", "--data", data.toString(), "--organization", id)
                .output();
        assertThat(lines.lines().map(line -> JSON.readTree(line).get("action").stringValue()))
                .containsExactly("organization.created", "agent.added", "agent.added", "agent.added", "agent.disabled");
        Files.writeString(export, lines);
        String[] verify = {"audit", "verify", "--file", export.toString()};
        var last = log.get("last").stringValue();
        assertThat(done(concat(verify, "--expect", last)).get("whole").booleanValue())
                .isTrue();
        Files.writeString(export, lines.lines().limit(4).reduce("", (all, line) -> all + line + "\n"));
        assertThat(broken(concat(verify, "--expect", last))).contains("BROKEN at line 5");
        Files.writeString(export, lines.replace("agent.disabled", "agent.enabled"));
        assertThat(broken(verify)).contains("BROKEN at line 5");
    }

    @Test
    void whatCommandsChangeStandsInTheLogAsDoneByTheCommandLine() {
        try (var _ = DatabaseAccess.open(data, Optional.empty(), false)) {
            var id = create();
            String[] of = {"--organization", id, "--data", data.toString()};
            var key = done("key", "rotate", "--organization", id).get("apiKey").stringValue();
            done("key", "revoke", "--organization", id, "--key", key);
            String[] origins = {"organization", "origins", "--organization", id};
            done(concat(origins, "--add", "https://new.example", "--remove", "https://shop.example"));
            done(origins);
            done(concat(origins, "--add", "https://new.example"));
            var lines = log(concat(new String[] {"audit", "export"}, of));
            assertThat(lines)
                    .extracting(line -> line.at("/actor/kind").asString())
                    .containsOnly("command_line");
            assertThat(lines)
                    .extracting(line -> line.at("/action").asString() + " " + line.at("/details"))
                    .containsExactly(
                            "organization.created {\"name\":\"Roles\",\"origins\":\"https://shop.example\"}",
                            "agent.added {\"role\":\"owner\"}",
                            "key.added {\"ending\":\"" + key.substring(key.length() - 4) + "\"}",
                            "key.revoked {\"ending\":\"" + key.substring(key.length() - 4) + "\"}",
                            "origins.changed {\"added\":\"https://new.example\",\"removed\":\"https://shop.example\"}");
        }
    }

    private static List<JsonNode> log(String... export) {
        return Terminal.run(export).output().lines().map(JSON::readTree).toList();
    }

    private static Stream<String> roles(DatabaseAccess access, String organization) {
        try (var database = Database.open(access.owner(), DatabaseRole.APPLICATION, 2)) {
            var agents = new Agents(
                    database, new PasswordHasher(new SecureRandom()), (_, _, _, _) -> () -> {}, Clock.systemUTC());
            return agents.list(UUID.fromString(organization)).stream()
                    .map(agent -> agent.name() + " " + agent.role().code());
        }
    }

    private String create() {
        var made = done(
                "organization",
                "create",
                "--name",
                "Roles",
                "--origin",
                "https://shop.example",
                "--agent-email",
                "owner@roles.example",
                "--agent-password",
                "long enough");
        return made.get("organizationId").stringValue();
    }

    private String broken(String... command) {
        var terminal = Terminal.run(concat(command, "--data", data.toString()));
        assertThat(terminal.exitCode()).isEqualTo(1);
        return terminal.output();
    }

    private JsonNode done(String... command) {
        var terminal = Terminal.run(concat(command, "--data", data.toString(), "--json"));
        assertThat(terminal.errors()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        return JSON.readTree(terminal.lastLine());
    }

    private static String[] concat(String[] first, String... second) {
        return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
    }
}
