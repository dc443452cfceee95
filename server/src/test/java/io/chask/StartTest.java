package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.config.ConfigReader;
import io.chask.database.DataFolderInUse;
import io.chask.database.TestDatabase;
import io.chask.edge.AddressUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keeps a server from starting, and what a server in production does without.
final class StartTest {

    @TempDir
    Path folder;

    private Server start(TestDatabase database, Map<String, String> more) throws IOException {
        var owner = database.owner();
        var url = owner.url()
                .replace("jdbc:postgresql://", "postgresql://" + owner.user() + ":" + owner.password() + "@");
        Map<String, String> flags = new HashMap<>(Map.of(
                "--port", "0",
                "--host", "127.0.0.1",
                "--data", folder.toString(),
                "--database-url", url,
                "--log-level", "error"));
        flags.putAll(more);
        return Server.start(new ConfigReader(Map.of()).read(flags, null), FileParts.THUMBNAIL);
    }

    @Test
    void secondServerOnADataFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var database = TestDatabase.create();
                var first = start(database, Map.of())) {
            Assertions.assertThatThrownBy(() -> start(database, Map.of()))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void takenPortIsToldInOneSentence() throws Exception {
        try (var database = TestDatabase.create();
                var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(taken.getLocalPort());
            Assertions.assertThatThrownBy(() -> start(database, Map.of("--port", port)))
                    .isInstanceOf(AddressUnavailable.class)
                    .hasMessage("Port " + port + " is in use by another program: stop that one, or choose another port"
                            + " with --port.");
        }
    }

    @Test
    void addressThatIsNotThisMachinesIsToldInOneSentence() {
        try (var database = TestDatabase.create()) {
            Assertions.assertThatThrownBy(() -> start(database, Map.of("--host", "nowhere.invalid")))
                    .isInstanceOf(AddressUnavailable.class)
                    .hasMessageContaining("nowhere.invalid")
                    .hasMessageContaining("--host");
            Assertions.assertThatThrownBy(() -> start(database, Map.of("--host", "192.0.2.1")))
                    .isInstanceOf(AddressUnavailable.class)
                    .hasMessageContaining("192.0.2.1");
        }
    }

    @Test
    void serverWithoutDemoHasNeitherItsPagesNorItsAgent() {
        try (var server = RunningServer.start(Map.of("--demo", "false"))) {
            var http = Http.anonymous(server);
            for (var path : new String[] {"/demo", "/demo/", "/demo/config.json", "/demo/test.html"}) {
                http.get(path).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
            }
            http.get("/docs/test.html").expect(200);
            assertThat(server.firstSignIn()).isEmpty();
            assertThat(server.database().count("select count(*) from organization"))
                    .isZero();
        }
    }
}
