package io.chask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.cli.Finding.Level;
import io.chask.database.DatabaseReport;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DoctorFindingsTest {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    @Test
    void anOldJavaIsAProblem() {
        assertThat(MachineCheck.java(Runtime.Version.parse("21.0.4")).level()).isEqualTo(Level.PROBLEM);
        assertThat(MachineCheck.java(Runtime.Version.parse("25")).level()).isEqualTo(Level.FINE);
    }

    @Test
    void fewOpenFilesAreAWarning() {
        assertThat(MachineCheck.descriptors(1024).level()).isEqualTo(Level.WARNING);
        assertThat(MachineCheck.descriptors(20_000).level()).isEqualTo(Level.FINE);
    }

    @Test
    void aFolderThatIsNotThereYetIsNoProblem(@TempDir Path folder) {
        assertThat(MachineCheck.folder(folder.resolve("data")).level()).isEqualTo(Level.WARNING);
        assertThat(MachineCheck.folder(folder).level()).isNotEqualTo(Level.PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void whatLosesAcknowledgedMessagesIsAProblem(String setting) {
        var settings = new HashMap<>(DURABLE);
        settings.put(setting, "off");
        assertThat(problems(new DatabaseReport("18.6", 180_006, settings, Set.of(), false, 0)))
                .extracting(Finding::subject)
                .containsExactly(setting);
    }

    @Test
    void anOldPostgresIsAProblem() {
        assertThat(problems(new DatabaseReport("14.2", 140_002, DURABLE, Set.of(), false, 0)))
                .extracting(Finding::subject)
                .containsExactly("PostgreSQL");
    }

    @Test
    void missingRolesAreAProblemOnlyWhereTheOwnerCannotMakeThem() {
        var missing = Set.of("chask_writer");
        assertThat(problems(new DatabaseReport("18.6", 180_006, DURABLE, missing, true, 2)))
                .isEmpty();
        assertThat(problems(new DatabaseReport("18.6", 180_006, DURABLE, missing, false, 2)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.advice()).contains("doctor --sql"));
    }

    private static List<Finding> problems(DatabaseReport report) {
        return DatabaseCheck.judge(report).stream()
                .filter(finding -> finding.level() == Level.PROBLEM)
                .toList();
    }
}
