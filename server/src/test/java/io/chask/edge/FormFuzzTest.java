package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.fuzz.Mutations;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whatever comes as a form with a file is read or refused, at once, and leaves no half file.
final class FormFuzzTest {

    private static final Path FOLDER = folder();
    private static final EdgeFixture EDGE =
            EdgeFixture.withRoutes(routes -> routes.group(RoutePolicy.api()).post("/upload", request -> {
                var upload = request.upload(FOLDER, 10_000);
                Files.delete(upload.file());
                return Response.json(201, Map.of("name", upload.name(), "fields", upload.fields()));
            }));

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("forms");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static void read(byte[] bytes) throws IOException {
        var answer = EDGE.send(
                "POST",
                "/upload",
                request -> request.header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(bytes)));
        assertThat(answer.statusCode()).isIn(201, 400, 413);
        try (var left = Files.list(FOLDER)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void brokenFormsAreReadOrRefused() {
        Mutations.of("edge/FormFuzzingInputs/forms").run(1_000, FormFuzzTest::read);
    }
}
