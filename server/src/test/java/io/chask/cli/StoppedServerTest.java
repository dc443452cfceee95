package io.chask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.database.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands while no server runs: they start the embedded database, and stop it again.
final class StoppedServerTest {

    @Test
    void anOrganizationMadeBeforeTheFirstStartIsThereAfterwards(@TempDir Path data) throws SQLException {
        var terminal = Terminal.run(
                "organization",
                "create",
                "--name",
                "Early",
                "--origin",
                "https://early.example",
                "--agent-email",
                "ann@early.example",
                "--agent-password",
                "long enough",
                "--data",
                data.toString(),
                "--json");
        assertThat(terminal.errors()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        try (var server = DatabaseAccess.open(data, Optional.empty(), false)) {
            assertThat(namesIn(server)).containsExactly("Early");
        }
    }

    @Test
    void doctorLeavesTheDatabaseStoppedAndItsSchemaAsItWas(@TempDir Path data) throws IOException {
        Terminal.run("doctor", "--data", data.toString());
        var again = Terminal.run("doctor", "--data", data.toString());
        assertThat(again.output()).contains("migrations behind");
        assertThat(again.exitCode()).isZero();
        try (var files = Files.walk(data)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("postmaster.pid");
        }
    }

    @Test
    void doctorNamesWhatIsWrongWithAnOwnDatabase(@TempDir Path data) {
        var doctor = Terminal.run(
                "doctor", "--data", data.toString(), "--database-url", "postgresql://chask:secret@127.0.0.1:1/chask");
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.output()).contains("PROBLEM", "127.0.0.1:1").doesNotContain("secret");
    }

    @Test
    void doctorPrintsTheGrantsForTheUserOfAnOwnDatabase(@TempDir Path data) {
        var doctor = Terminal.run(
                "doctor",
                "--sql",
                "--data",
                data.toString(),
                "--database-url",
                "postgresql://shop_chat:secret@db.example/chask");
        assertThat(doctor.exitCode()).isZero();
        assertThat(doctor.output())
                .contains("create role chask_application nologin;", "grant chask_writer to \"shop_chat\";")
                .doesNotContain("secret");
    }

    private static List<String> namesIn(DatabaseAccess access) throws SQLException {
        var owner = access.owner();
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from organization")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
