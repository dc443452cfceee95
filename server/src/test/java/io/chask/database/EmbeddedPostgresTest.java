package io.chask.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class EmbeddedPostgresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path BINARIES = Path.of("target", "postgres").toAbsolutePath();

    @TempDir
    private Path data = Path.of("replaced by JUnit");

    private static String ask(ConnectionDetails owner, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void tell(ConnectionDetails owner, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ProcessHandle process(EmbeddedPostgres postgres) {
        return ProcessHandle.of(postgres.pid().orElseThrow()).orElseThrow();
    }

    @Test
    void itIsDurableAsksForPasswordsAndListensToThisMachineOnly() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, BINARIES)) {
            ConnectionDetails owner = postgres.owner();

            assertThat(ask(owner, "show fsync")).isEqualTo("on");
            assertThat(ask(owner, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(owner, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(owner, "show data_checksums")).isEqualTo("on");
            assertThat(ask(owner, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThatCode(() -> ask(new ConnectionDetails(owner.url(), owner.user(), "guess"), "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void itsPasswordsAreReadableByTheirOwnerOnly() throws IOException {
        EmbeddedPostgres.start(data, BINARIES).close();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.resolve("postgres/access.properties"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres"))))
                .isEqualTo("rwx------");
    }

    @Test
    void afterAStopEverythingIsThereAgainOnTheSamePort() throws SQLException {
        ConnectionDetails last;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, BINARIES)) {
            last = postgres.owner();
            tell(last, "create table kept as select 42 as answer");
        }
        // While it is stopped another program may take its port; hardly three times on end.
        boolean same = false;
        for (int start = 0; start < 3 && !same; start++) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, BINARIES)) {
                assertThat(ask(postgres.owner(), "select answer from kept")).isEqualTo("42");
                same = postgres.owner().equals(last);
                last = postgres.owner();
            }
        }
        assertThat(same).isTrue();
    }

    @Test
    void closingStopsTheServer() {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, BINARIES);
        ProcessHandle process = process(postgres);
        postgres.close();

        // Its lock file goes a moment before itself.
        assertThat(process.onExit()).succeedsWithin(PATIENCE);
        assertThat(postgres.pid()).isEmpty();
    }

    @Test
    void aServerThatIsKilledIsStartedAgainWithWhatWasCommitted() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, BINARIES)) {
            postgres.watch();
            tell(postgres.owner(), "create table kept as select 42 as answer");
            ProcessHandle killed = process(postgres);
            killed.destroyForcibly();
            killed.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(answerWhenBack(postgres.owner())).isEqualTo("42");
            assertThat(postgres.pid()).isPresent().isNotEqualTo(Optional.of(killed.pid()));
        }
    }

    @Test
    void aServerThatCannotBeStartedAgainIsTriedUntilItCan() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, BINARIES)) {
            postgres.watch();
            tell(postgres.owner(), "create table kept as select 42 as answer");
            Path settings = data.resolve("postgres/cluster/chask.conf");
            Files.delete(settings);
            // Nothing can be written there now, as on a full disk.
            Files.createDirectory(settings);
            process(postgres).destroyForcibly();
            while (postgres.failedStarts() == 0) {
                pause();
            }
            Files.delete(settings);

            assertThat(answerWhenBack(postgres.owner())).isEqualTo("42");
        }
    }

    /// Asks until there is an answer; the class has a time limit.
    private static String answerWhenBack(ConnectionDetails owner) throws InterruptedException {
        while (true) {
            try {
                return ask(owner, "select answer from kept");
            } catch (SQLException e) {
                pause();
            }
        }
    }

    /// Leaves the processor to whom it waits for.
    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException("the time limit of the class");
        }
    }

    @Test
    void aServerThatOutlivedUsIsTakenOverAndOneThatDiedWithUsIsStarted() throws Exception {
        Process other = user("hold");
        other.getInputStream().read();
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .getFirst());
        other.destroyForcibly().waitFor();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, BINARIES)) {
            assertThat(postgres.pid()).contains(pid);
            assertThat(ask(postgres.owner(), "select 1")).isEqualTo("1");
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void aCommandBesideARunningServerUsesItsDatabaseAndLeavesItRunning() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, BINARIES)) {
            long pid = postgres.pid().orElseThrow();
            Process command = user("once");
            String output =
                    new String(command.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

            assertThat(command.waitFor()).as(output).isZero();
            assertThat(postgres.pid()).contains(pid);
            assertThat(ask(postgres.owner(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderLeftInTheMiddleOfItsMakingIsMadeAnew() throws IOException, SQLException {
        Files.createDirectories(data.resolve("postgres/cluster.partly/base"));
        Files.writeString(data.resolve("postgres/cluster.partly/PG_VERSION"), "18\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, BINARIES)) {
            assertThat(ask(postgres.owner(), "select 1")).isEqualTo("1");
        }
    }

    /// Another process that uses this folder.
    private Process user(String what) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        PostgresUser.class.getName(),
                        data.toString(),
                        BINARIES.toString(),
                        what))
                .redirectErrorStream(true)
                .start();
    }
}
