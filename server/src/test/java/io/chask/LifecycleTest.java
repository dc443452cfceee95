package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.config.ConfigReader;
import io.chask.config.Configuration;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starting and stopping with the embedded database.
final class LifecycleTest {

    @TempDir
    Path folder;

    private Configuration configuration() {
        var flags = Map.of("--port", "0", "--host", "127.0.0.1", "--data", folder.toString(), "--log-level", "error");
        return new ConfigReader(Map.of()).read(flags, null);
    }

    private static int status(URI base, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void stoppedServerStartsAgainOnItsDataAndShowsThePasswordOnlyOnce() throws Exception {
        URI first;
        try (var server = Server.start(configuration(), FileParts.THUMBNAIL)) {
            first = URI.create("http://127.0.0.1:" + server.port());
            assertThat(server.firstSignIn()).isPresent();
            assertThat(status(first, "/health/live")).isEqualTo(200);
            assertThat(status(first, "/health/ready")).isEqualTo(200);
        }
        var gone = first;
        Assertions.assertThatThrownBy(() -> status(gone, "/health/live")).isInstanceOf(ConnectException.class);
        try (var server = Server.start(configuration(), FileParts.THUMBNAIL)) {
            assertThat(server.firstSignIn()).isEmpty();
            var second = URI.create("http://127.0.0.1:" + server.port());
            assertThat(status(second, "/demo/config.json")).isEqualTo(200);
        }
    }
}
