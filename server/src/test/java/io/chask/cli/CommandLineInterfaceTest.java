package io.chask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.config.Configuration;
import io.chask.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineInterfaceTest {

    @Test
    void runStartsTheServerWithTheGivenSettings() {
        List<Configuration> started = new ArrayList<>();
        var terminal = Terminal.run(
                configuration -> {
                    started.add(configuration);
                    return 0;
                },
                "run",
                "--port",
                "9090",
                "--delivery-idle-timeout=45s");
        assertThat(terminal.exitCode()).isZero();
        assertThat(started).singleElement().satisfies(configuration -> {
            assertThat(configuration.server().port()).isEqualTo(9090);
            assertThat(configuration.delivery().idleTimeout()).hasSeconds(45);
        });
    }

    @Test
    void runEndsWithTheServersExitCode() {
        assertThat(Terminal.run(_ -> 3, "run").exitCode()).isEqualTo(3);
    }

    @Test
    void runReadsSettingsFromAFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("settings.properties"), "port=9191\n");
        List<Integer> ports = new ArrayList<>();
        Terminal.run(
                configuration -> {
                    ports.add(configuration.server().port());
                    return 0;
                },
                "run",
                "--config",
                file.toString());
        assertThat(ports).containsExactly(9191);
    }

    @Test
    void everySettingIsExplainedByHelp() {
        var help = Terminal.run("run", "--help").output();
        assertThat(Settings.ALL).allSatisfy(setting -> assertThat(help).contains(setting.flag()));
    }

    @Test
    void anUnusableSettingIsNamedInOneLine() {
        var terminal = Terminal.run("run", "--port", "many");
        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.errors().lines()).singleElement().asString().contains("port", "many");
    }

    @Test
    void anUnknownFlagIsRefused() {
        var terminal = Terminal.run("run", "--prot", "8080");
        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.errors()).contains("--prot", "--help");
    }

    @Test
    void anOrganizationNeedsItsOrigin() {
        var terminal = Terminal.run(
                "organization",
                "create",
                "--name",
                "Shop",
                "--agent-email",
                "a@shop.example",
                "--agent-password",
                "long enough");
        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.errors()).contains("--origin");
    }

    @Test
    void anOriginMustBeAnAddressOfAPage(@TempDir Path data) {
        var terminal = Terminal.run(creation(data, "ftp://shop.example", "long enough"));
        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.errors()).contains("--origin", "ftp://shop.example");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aShortPasswordIsRefusedBeforeAnythingIsWritten(@TempDir Path data) {
        var terminal = Terminal.run(creation(data, "https://shop.example", "short"));
        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.errors()).contains("password");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aDataFolderThatIsNoFolderIsToldInOneLine(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("data"), "");
        var terminal = Terminal.run("organization", "list", "--data", file.toString());
        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.errors().lines()).singleElement().asString().contains(file.toString());
    }

    private static String[] creation(Path data, String origin, String password) {
        return new String[] {
            "organization",
            "create",
            "--name",
            "Shop",
            "--origin",
            origin,
            "--agent-email",
            "ann@shop.example",
            "--agent-password",
            password,
            "--data",
            data.toString(),
            "--json"
        };
    }
}
