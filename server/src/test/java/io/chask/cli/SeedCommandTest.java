package io.chask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.database.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `seed` finds the organization that is meant, and refuses to guess.
final class SeedCommandTest {

    private static final String JDBC = "jdbc:postgresql://";

    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    private UUID organization(String name) {
        var id = UUID.randomUUID();
        database.execute("insert into organization (organization_id, name) values ('%s', '%s')".formatted(id, name));
        database.execute(
                "insert into agent (organization_id, id, email, name, password_hash) values ('%s', '%s', '%s', 'Ana', '-')"
                        .formatted(id, UUID.randomUUID(), id + "@example.com"));
        return id;
    }

    private Terminal seed(String... options) {
        var owner = database.owner();
        var password = URLEncoder.encode(owner.password(), StandardCharsets.UTF_8);
        var url = "postgresql://" + owner.user() + ":" + password + "@"
                + owner.url().substring(JDBC.length());
        var command = new ArrayList<>(
                List.of("seed", "--conversations", "30", "--data", data.toString(), "--database-url", url, "--json"));
        command.addAll(List.of(options));
        return Terminal.run(command.toArray(String[]::new));
    }

    private long conversations(UUID organization) {
        return database.count("select count(*) from conversation where organization_id = '%s'".formatted(organization));
    }

    @Test
    void theOnlyOrganizationNeedNotBeNamed() {
        var id = organization("Shop");
        var terminal = seed();
        assertThat(terminal.errors()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.lastLine()).contains("\"conversations\":\"30\"");
        assertThat(conversations(id)).isEqualTo(30);
    }

    @Test
    void whatWasInventedIsFoundByTheSearchAndCountedByTheReports() {
        organization("Shop");
        assertThat(seed().exitCode()).isZero();
        assertThat(database.count("select count(distinct conversation_id) from search_entry"))
                .isEqualTo(30);
        assertThat(database.count("select sum(opened) from report_quarter")).isEqualTo(30);
    }

    @Test
    void amongSeveralTheDemosIsMeant() {
        var shop = organization("Shop");
        var demo = organization("Demo");
        database.execute("insert into demo (organization) values ('%s')".formatted(demo));
        assertThat(seed().exitCode()).isZero();
        assertThat(conversations(demo)).isEqualTo(30);
        assertThat(conversations(shop)).isZero();
    }

    @Test
    void amongSeveralWithoutADemoItRefusesAndNamesThem() {
        var one = organization("First shop");
        var other = organization("Second shop");
        var terminal = seed();
        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.errors())
                .contains("--organization " + one + "  First shop", "--organization " + other + "  Second shop");
        assertThat(conversations(one) + conversations(other)).isZero();
    }

    @Test
    void aNamedOrganizationIsTaken() {
        var shop = organization("Shop");
        organization("Other shop");
        assertThat(seed("--organization", shop.toString()).exitCode()).isZero();
        assertThat(conversations(shop)).isEqualTo(30);
        var unknown = UUID.randomUUID().toString();
        assertThat(seed("--organization", unknown).errors()).contains("There is no organization " + unknown);
    }

    @Test
    void withoutAnyOrganizationItSaysHowToMakeOne() {
        var terminal = seed();
        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.errors()).contains("organization create");
    }

    @Test
    void aSecondTimeItRefusesBecauseTheyAreThere() {
        organization("Shop");
        seed();
        assertThat(seed().errors()).contains("there already");
        assertThat(seed("--seed", "2").exitCode()).isZero();
    }

    @Test
    void itRefusesWhereRealVisitorsHaveWritten() {
        var id = organization("Shop");
        var visitor = UUID.randomUUID();
        database.execute("insert into visitor (organization_id, id) values ('%s', '%s')".formatted(id, visitor));
        database.execute("insert into conversation (organization_id, id, visitor_id) values ('%s', '%s', '%s')"
                .formatted(id, UUID.randomUUID(), visitor));
        assertThat(seed().errors()).contains("real visitors", "--beside-real");
        assertThat(seed("--beside-real").exitCode()).isZero();
    }
}
