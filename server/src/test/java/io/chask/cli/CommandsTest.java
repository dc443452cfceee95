package io.chask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Credentials;
import io.chask.account.Device;
import io.chask.account.PasswordHasher;
import io.chask.account.RefusedSignIns;
import io.chask.account.Sessions;
import io.chask.account.SignIn.SignedIn;
import io.chask.database.Database;
import io.chask.database.DatabaseAccess;
import io.chask.database.DatabaseRole;
import io.chask.database.Epoch;
import io.chask.database.ServerLock;
import io.chask.organization.KeyStatus;
import io.chask.organization.Organizations;
import io.chask.organization.Tenant;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands beside a server: this class holds the data folder's database open as the server does.
final class CommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path data;

    private static DatabaseAccess server;
    private static Database database;

    @BeforeAll
    static void startTheDatabaseAsTheServerDoes() {
        server = DatabaseAccess.open(data, Optional.empty(), false);
        database = Database.open(server.owner(), DatabaseRole.APPLICATION, 2);
    }

    @AfterAll
    static void stop() {
        database.close();
        server.close();
    }

    @Test
    void aMadeOrganizationHasItsKeyItsOriginsAndItsAgent() {
        var made = create("Ann's shop", "ann@shop.example");
        var tenant = tenant(made);
        assertThat(tenant.organization().name()).isEqualTo("Ann's shop");
        assertThat(tenant.check(made.get("apiKey").stringValue())).isEqualTo(KeyStatus.VALID);
        assertThat(tenant.allows("https://shop.example")).isTrue();
        assertThat(tenant.allows("http://localhost:3000")).isTrue();
        assertThat(tenant.allows("http://localhost:3001")).isFalse();
        assertThat(made.propertyNames()).containsExactly("organizationId", "apiKey", "agentId");
    }

    @Test
    void theJsonIsTheLastLineOfStandardOutput() {
        var terminal = Terminal.run(creation("Last line", "last@shop.example"));
        assertThat(terminal.exitCode()).isZero();
        assertThat(JSON.readTree(terminal.lastLine()).isObject()).isTrue();
    }

    @Test
    void withoutJsonTheResultIsForPeople() {
        var arguments = new ArrayList<>(List.of(creation("For people", "people@shop.example")));
        arguments.remove("--json");
        var terminal = Terminal.run(arguments.toArray(String[]::new));
        assertThat(terminal.output()).contains("For people", "apiKey", "ck_").doesNotContain("{");
    }

    @Test
    void aRotatedKeyWorksBesideTheOldOneUntilThatIsRevoked() {
        var made = create("Rotating", "rotating@shop.example");
        var old = made.get("apiKey").stringValue();
        var next =
                done("key", "rotate", "--organization", id(made)).get("apiKey").stringValue();
        assertThat(tenant(made).check(old)).isEqualTo(KeyStatus.VALID);
        assertThat(tenant(made).check(next)).isEqualTo(KeyStatus.VALID);
        done("key", "revoke", "--organization", id(made), "--key", old);
        assertThat(tenant(made).check(old)).isEqualTo(KeyStatus.REVOKED);
        assertThat(tenant(made).check(next)).isEqualTo(KeyStatus.VALID);
        assertThat(refused("key", "revoke", "--organization", id(made), "--key", old))
                .contains("revoked before");
    }

    @Test
    void aKeyOfAnotherOrganizationCannotBeRevoked() {
        var one = create("One", "one@shop.example");
        var other = create("Other", "other@shop.example");
        var key = other.get("apiKey").stringValue();
        assertThat(refused("key", "revoke", "--organization", id(one), "--key", key))
                .contains("no such key");
        assertThat(tenant(other).check(key)).isEqualTo(KeyStatus.VALID);
    }

    @Test
    void anUnknownOrganizationIsNamed() {
        var unknown = "00000000-0000-4000-8000-000000000000";
        assertThat(refused("key", "rotate", "--organization", unknown)).contains(unknown);
    }

    @Test
    void anAddedAgentCanSignInAndADisabledOneCannot() {
        var made = create("Agents", "first@agents.example");
        String[] second = {"--organization", id(made), "--email", "second@agents.example", "--password", "second secret"
        };
        done(concat(new String[] {"agent", "add"}, second));
        assertThat(signsIn("second@agents.example", "second secret")).isTrue();
        assertThat(refused(concat(new String[] {"agent", "add"}, second))).contains("email", "taken");
        done("agent", "disable", "--organization", id(made), "--email", "Second@agents.example");
        assertThat(signsIn("second@agents.example", "second secret")).isFalse();
        assertThat(signsIn("first@agents.example", "long enough")).isTrue();
        assertThat(refused("agent", "disable", "--organization", id(made), "--email", "nobody@agents.example"))
                .contains("nobody@agents.example");
    }

    @Test
    void aDisabledAgentCanBeEnabledAgain() {
        var made = create("Enabling", "back@agents.example");
        String[] agent = {"--organization", id(made), "--email", "back@agents.example"};
        assertThat(refused(concat(new String[] {"agent", "enable"}, agent))).contains("not disabled");
        done(concat(new String[] {"agent", "disable"}, agent));
        assertThat(signsIn("back@agents.example", "long enough")).isFalse();
        var enabled = done(concat(new String[] {"agent", "enable"}, agent));
        assertThat(enabled.get("agentId")).isEqualTo(made.get("agentId"));
        assertThat(signsIn("back@agents.example", "long enough")).isTrue();
    }

    @Test
    void aForgottenPasswordIsReplaced() {
        var made = create("Forgetful", "forgetful@agents.example");
        String[] agent = {"agent", "password", "--organization", id(made), "--email", "forgetful@agents.example"};
        assertThat(refused(concat(agent, "--password", "short"))).contains("password");
        done(concat(agent, "--password", "another secret"));
        assertThat(signsIn("forgetful@agents.example", "another secret")).isTrue();
        assertThat(signsIn("forgetful@agents.example", "long enough")).isFalse();
    }

    @Test
    void originsAreShownAddedAndRemoved() {
        var made = create("Moving", "moving@shop.example");
        String[] origins = {"organization", "origins", "--organization", id(made)};
        assertThat(origins(done(origins))).containsExactly("http://localhost:3000", "https://shop.example");
        var changed = done(concat(origins, "--add", "https://new.example/page", "--remove", "http://localhost:3000"));
        assertThat(origins(changed)).containsExactly("https://new.example", "https://shop.example");
        assertThat(tenant(made).allows("https://new.example")).isTrue();
        assertThat(tenant(made).allows("http://localhost:3000")).isFalse();
        assertThat(refused(concat(origins, "--remove", "https://never.example")))
                .contains("does not allow https://never.example");
        assertThat(refused(concat(origins, "--add", "ftp://shop.example"))).contains("--add", "ftp://shop.example");
        assertThat(origins(done(origins))).containsExactly("https://new.example", "https://shop.example");
    }

    @Test
    void theListNamesEveryOrganizationWithItsId() {
        var made = create("Listed", "listed@shop.example");
        var rows = done("organization", "list").get("organizations");
        assertThat(rows.valueStream())
                .anyMatch(row -> row.get("organizationId").equals(made.get("organizationId"))
                        && row.get("name").stringValue().equals("Listed"));
        var words =
                Terminal.run("organization", "list", "--data", data.toString()).output();
        assertThat(words).contains(id(made) + "  Listed").doesNotContain("{");
    }

    @Test
    void aRestoredDatabaseGetsANewEpoch() {
        var before = Epoch.read(database);
        var told = done("database", "restored").get("epoch").stringValue();
        assertThat(Epoch.read(database)).hasToString(told).isNotEqualTo(before);
    }

    @Test
    void theEpochIsNotReplacedUnderARunningServer() {
        var before = Epoch.read(database);
        try (var _ = ServerLock.claim(data)) {
            assertThat(refused("database", "restored"))
                    .contains(
                            data.toString(),
                            "process " + ProcessHandle.current().pid());
        }
        assertThat(Epoch.read(database)).isEqualTo(before);
    }

    @Test
    void doctorAnswersProgramsToo() {
        var answer = done("doctor");
        assertThat(answer.get("ok").booleanValue()).isTrue();
        assertThat(answer.get("findings").valueStream())
                .anyMatch(finding -> finding.get("subject").stringValue().equals("fsync")
                        && finding.get("level").stringValue().equals("fine"));
    }

    @Test
    void doctorFindsNothingWrongWithAFreshInstallation() {
        var terminal = Terminal.run("doctor", "--data", data.toString());
        assertThat(terminal.output())
                .contains("PostgreSQL", "fsync", "of this version")
                .doesNotContain("PROBLEM");
        assertThat(terminal.exitCode()).isZero();
    }

    @Test
    void commandsLeaveTheServersDatabaseRunning() {
        create("Beside", "beside@shop.example");
        assertThat(database.<Integer, RuntimeException>outsideOrganizations(handle ->
                        handle.createQuery("select 1").mapTo(Integer.class).one()))
                .isEqualTo(1);
    }

    private static List<String> origins(JsonNode answer) {
        return answer.get("origins").valueStream().map(JsonNode::stringValue).toList();
    }

    private static boolean signsIn(String email, String password) {
        var random = new SecureRandom();
        try (var refused = new RefusedSignIns(database, Clock.systemUTC())) {
            return new Sessions(database, new PasswordHasher(random), random, Clock.systemUTC(), refused)
                            .signIn(Credentials.of(email, password), Device.UNKNOWN)
                    instanceof SignedIn;
        }
    }

    private static Tenant tenant(JsonNode made) {
        return new Organizations(database, new SecureRandom())
                .find(UUID.fromString(id(made)))
                .orElseThrow();
    }

    private static String id(JsonNode made) {
        return made.get("organizationId").stringValue();
    }

    private static JsonNode create(String name, String email) {
        return result(Terminal.run(creation(name, email)));
    }

    private static String[] creation(String name, String email) {
        return new String[] {
            "organization",
            "create",
            "--name",
            name,
            "--origin",
            "https://shop.example",
            "--origin",
            "http://localhost:3000",
            "--agent-email",
            email,
            "--agent-password",
            "long enough",
            "--data",
            data.toString(),
            "--json"
        };
    }

    private static JsonNode done(String... command) {
        return result(Terminal.run(concat(command, "--data", data.toString(), "--json")));
    }

    private static String refused(String... command) {
        var terminal = Terminal.run(concat(command, "--data", data.toString()));
        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.output()).isEmpty();
        return terminal.errors();
    }

    private static JsonNode result(Terminal terminal) {
        assertThat(terminal.errors()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        return JSON.readTree(terminal.lastLine());
    }

    private static String[] concat(String[] first, String... second) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(List.of(second));
        return all.toArray(String[]::new);
    }
}
