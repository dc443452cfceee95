package io.chask.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chask.config.LogConfig.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigReaderTest {
    private static final String DEFAULTS = """
            port=8080
            host=0.0.0.0
            public-url=
            trusted-proxies=
            outgoing.allow=
            drain-wait=0s
            stop-timeout=20s
            data=./data
            database-url=
            database.pool-size=10
            database.lanes=1
            database.unsafe=false
            delivery.outbox-frames=256
            delivery.outbox-bytes=1MiB
            delivery.heap-percent=25
            delivery.hello-timeout=10s
            delivery.idle-timeout=60s
            delivery.ping-interval=25s
            delivery.hellos-per-second=500
            delivery.drain-window=5s
            attachments.enabled=true
            attachments.max-size=20MiB
            attachments.link-lifetime=1h
            attachments.quota=10GiB
            attachments.s3.endpoint=
            attachments.s3.region=us-east-1
            attachments.s3.bucket=
            attachments.s3.access-key=
            attachments.s3.secret-key=
            attachments.s3.secret-key-file=
            attachments.s3.path-style=true
            attachments.clamd=
            attachments.scan-required=true
            attachments.scan-timeout=30s
            quota.burst=60
            quota.per-second=10
            quota.sessions-per-minute=120
            quota.uploads-per-minute=30
            quota.sign-ins=10
            quota.address-per-second=100
            quota.organization-per-second=1000
            quota.key-sessions-per-minute=3000
            quota.organization-uploads-per-minute=600
            quota.settings-per-minute=1200
            quota.streams-per-minute=60
            demo=true
            metrics.token=
            log.format=auto
            log.level=info
            """;

    @TempDir
    Path folder;

    private Configuration read(Map<String, String> environment, Map<String, String> flags) {
        return new ConfigReader(environment).read(flags, null);
    }

    @Test
    void everyKeyAndItsDefaultIsPinned() {
        var settings = Settings.ALL.stream()
                .map(setting -> setting.key() + "=" + setting.defaultValue())
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(settings).isEqualTo(DEFAULTS);
    }

    @Test
    void defaultsBecomeTypedRecords() {
        var configuration = read(Map.of(), Map.of("--data", folder.toString()));

        assertThat(configuration.data()).isEqualTo(folder);
        assertThat(configuration.server())
                .isEqualTo(new ServerConfig("0.0.0.0", 8080, null, List.of(), Duration.ZERO, Duration.ofSeconds(20)));
        assertThat(configuration.database()).isEqualTo(new DatabaseConfig(null, 10, 1, false));
        assertThat(configuration.delivery())
                .isEqualTo(new DeliveryConfig(
                        256,
                        1_048_576,
                        25,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(25),
                        500,
                        Duration.ofSeconds(5)));
        assertThat(configuration.attachments().maxSize()).isEqualTo(20_971_520);
        assertThat(configuration.attachments().linkLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(configuration.quota())
                .isEqualTo(new QuotaConfig(60, 10, 120, 30, 10, new SharedQuotaConfig(1200, 3000, 60, 100, 1000, 600)));
        assertThat(configuration.log()).isEqualTo(new LogConfig(LogFormat.AUTO, "info"));
        assertThat(configuration.demo()).isTrue();
        assertThat(configuration.metricsToken()).isNull();
    }

    @Test
    void namesAreTheSameInThreeSpellings() {
        assertThat(Settings.IDLE_TIMEOUT.variable()).isEqualTo("CHASK_DELIVERY_IDLE_TIMEOUT");
        assertThat(Settings.IDLE_TIMEOUT.flag()).isEqualTo("--delivery-idle-timeout");
        assertThat(Settings.ALL).extracting(Setting::variable).doesNotHaveDuplicates();
        assertThat(Settings.ALL).extracting(Setting::flag).doesNotHaveDuplicates();
    }

    @Test
    void flagWinsOverEnvironmentOverFileOverDefault() throws IOException {
        Files.writeString(folder.resolve("chask.properties"), "port=1\nhost=file\ndatabase.lanes=2\n");
        var configuration = read(
                Map.of("CHASK_PORT", "2", "CHASK_HOST", "environment", "CHASK_DATA", folder.toString()),
                Map.of("--port", "3"));

        assertThat(configuration.server().port()).isEqualTo(3);
        assertThat(configuration.server().host()).isEqualTo("environment");
        assertThat(configuration.database().lanes()).isEqualTo(2);
        assertThat(configuration.database().poolSize()).isEqualTo(10);
    }

    @Test
    void givenFileIsReadInsteadOfTheOneInTheDataFolder() throws IOException {
        Files.writeString(folder.resolve("chask.properties"), "port=1\n");
        var other = Files.writeString(folder.resolve("other.properties"), "port=9\ndata=" + folder + "\n");

        var configuration = new ConfigReader(Map.of()).read(Map.of(), other);

        assertThat(configuration.server().port()).isEqualTo(9);
        assertThat(configuration.data()).isEqualTo(folder);
    }

    @Test
    void variablesOfOthersAreNotLookedAt() {
        assertThat(read(Map.of("PORT", "x", "PATH", "/bin", "CHASK_JAVA_OPTIONS", "-Xmx1g"), Map.of())
                        .server()
                        .port())
                .isEqualTo(8080);
    }

    @Test
    void unknownNamesAreRefusedByName() throws IOException {
        assertThatThrownBy(() -> read(Map.of("CHASK_PROT", "1"), Map.of()))
                .isInstanceOf(BadConfig.class)
                .hasMessage("CHASK_PROT: there is no such setting");
        assertThatThrownBy(() -> read(Map.of(), Map.of("--prot", "1"))).hasMessageContaining("--prot");
        Files.writeString(folder.resolve("chask.properties"), "delivery.idletimeout=5s\n");
        assertThatThrownBy(() -> read(Map.of(), Map.of("--data", folder.toString())))
                .hasMessageContaining("delivery.idletimeout");
    }

    @Test
    void fileInsideTheDataFolderCannotMoveTheDataFolder() throws IOException {
        Files.writeString(folder.resolve("chask.properties"), "data=elsewhere\n");
        assertThatThrownBy(() -> read(Map.of(), Map.of("--data", folder.toString())))
                .hasMessageStartingWith("data: ");
    }

    @Test
    void missingGivenFileIsRefused() {
        var missing = folder.resolve("missing.properties");
        assertThatThrownBy(() -> new ConfigReader(Map.of()).read(Map.of(), missing))
                .isInstanceOf(BadConfig.class)
                .hasMessageStartingWith("--config: ");
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 65536, port",
        "--port, eighty, port",
        "--public-url, ftp://chat.example.com, public-url",
        "--public-url, https://chat.example.com/path, public-url",
        "--public-url, 'https://a b', public-url",
        "--trusted-proxies, proxy.example, trusted-proxies",
        "--trusted-proxies, '10.0.0.0/8,10.0.0.0/33', trusted-proxies",
        "--trusted-proxies, ::1/129, trusted-proxies",
        "--drain-wait, 5, drain-wait",
        "--stop-timeout, 26s, stop-timeout",
        "--stop-timeout, 0s, stop-timeout",
        "--database-url, mysql://localhost/chask, database-url",
        "--database-pool-size, 1, database.pool-size",
        "--database-lanes, 0, database.lanes",
        "--database-unsafe, yes, database.unsafe",
        "--delivery-outbox-frames, 0, delivery.outbox-frames",
        "--delivery-outbox-bytes, 100, delivery.outbox-bytes",
        "--delivery-outbox-bytes, 5GiB, delivery.outbox-bytes",
        "--delivery-heap-percent, 81, delivery.heap-percent",
        "--delivery-ping-interval, 60s, delivery.ping-interval",
        "--attachments-max-size, much, attachments.max-size",
        "--attachments-max-size, 0, attachments.max-size",
        "--quota-burst, 0, quota.burst",
        "--quota-per-second, -1, quota.per-second",
        "--demo, no, demo",
        "--log-format, xml, log.format",
        "--log-level, loud, log.level",
    })
    void messageNamesTheKey(String flag, String value, String key) {
        assertThatThrownBy(() -> read(Map.of(), Map.of(flag, value)))
                .isInstanceOf(BadConfig.class)
                .hasMessageStartingWith(key + ": ");
    }

    @Test
    void secretsStandInNoText() {
        var configuration = read(
                Map.of("CHASK_METRICS_TOKEN", "hush-1"),
                Map.of("--database-url", "postgresql://chask:hush-2@localhost/chask"));

        assertThat(configuration.toString()).doesNotContain("hush").contains("own");
        assertThat(configuration.metricsToken()).isEqualTo("hush-1");
    }

    @Test
    void trustedProxiesAreAddressesOrNetworks() {
        assertThat(read(Map.of(), Map.of("--trusted-proxies", "127.0.0.1, 10.0.0.0/8,::1/128"))
                        .server()
                        .trustedProxies())
                .containsExactly("127.0.0.1", "10.0.0.0/8", "::1/128");
    }

    @Test
    void publicAddressHasNoTrailingSlash() {
        var configuration = read(Map.of(), Map.of("--public-url", "https://chat.example.com/"));
        assertThat(configuration.server().baseUrl(8443)).hasToString("https://chat.example.com");
        assertThat(read(Map.of(), Map.of()).server().baseUrl(8443)).hasToString("http://localhost:8443");
    }
}
