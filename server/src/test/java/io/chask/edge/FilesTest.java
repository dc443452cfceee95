package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesTest {
    private static final String BOUNDARY = "----edge";

    @TempDir
    static Path folder;

    private EdgeFixture edge;

    @BeforeAll
    void start() throws IOException {
        var stored = folder.resolve("stored");
        Files.writeString(stored, "0123456789");
        Files.createDirectory(folder.resolve("uploads"));
        var files = StaticFiles.of("edge-test").immutable(path -> path.startsWith("assets/"));
        edge = EdgeFixture.withRoutes(routes -> {
            routes.group(RoutePolicy.api())
                    .get("/file", _ -> Response.file(stored, "Rechnung \"é\" 100%\r\n.txt", "text/plain", false))
                    .get("/image", _ -> Response.file(stored, "a.png", "image/png", true))
                    .post("/upload", request -> {
                        var upload = request.upload(folder.resolve("uploads"), 100_000);
                        var text = Files.readString(upload.file());
                        Files.delete(upload.file());
                        return Response.json(
                                201,
                                Map.of(
                                        "name", upload.name(),
                                        "type", upload.declaredType(),
                                        "size", upload.size(),
                                        "fields", upload.fields(),
                                        "first", text.substring(0, Math.min(5, text.length()))));
                    });
            routes.group(RoutePolicy.pages("default-src 'self'; frame-ancestors 'none'"))
                    .get("/docs/{path*}", files)
                    .get("/widget.js", files.freshFor(Duration.ofMinutes(5)).file("assets-loader.js"));
        });
    }

    @AfterAll
    void stop() {
        edge.close();
    }

    private HttpResponse<byte[]> ranged(String range) {
        return edge.send("GET", "/file", request -> request.header("Range", range));
    }

    @Test
    void aDownloadIsHarmlessWhateverItIsCalled() {
        var headers = edge.get("/file").headers();
        assertThat(headers.firstValue("Content-Disposition"))
                .contains("attachment; filename=\"Rechnung ___ 100___.txt\"; "
                        + "filename*=UTF-8''Rechnung%20%22%C3%A9%22%20100%25%0D%0A.txt");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
        assertThat(edge.get("/image")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .startsWith("inline; ");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=2-4, 206, 234",
        "bytes=7-, 206, 789",
        "bytes=-3, 206, 789",
        "bytes=0-99, 206, 0123456789",
        "bytes=4-2, 200, 0123456789",
        "'bytes=0-1,3-4', 200, 0123456789",
        "lines=1-2, 200, 0123456789",
    })
    void rangesAreAnswered(String range, int status, String body) {
        var answer = ranged(range);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(EdgeFixture.text(answer)).isEqualTo(body);
    }

    @Test
    void aRangeBeyondTheEndCannotBeSatisfied() {
        var answer = ranged("bytes=10-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */10");
    }

    @Test
    void aKnownTagIsAnsweredWithoutTheFile() {
        var tag = edge.get("/file").headers().firstValue("ETag").orElseThrow();
        var answer = edge.send("GET", "/file", request -> request.header("If-None-Match", "\"x\", W/" + tag));
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        var changed = edge.send(
                "GET", "/file", request -> request.header("Range", "bytes=2-4").header("If-Range", "\"old\""));
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void staticFilesAreSentCompressedWithATagForEachForm() throws IOException {
        var plain = edge.get("/docs/");
        assertThat(EdgeFixture.text(plain)).startsWith("<!doctype html>");
        var gzip = edge.send("GET", "/docs/", request -> request.header("Accept-Encoding", "gzip, br;q=0"));
        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(gzip.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(gzip.body().length).isLessThan(plain.body().length);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.body());
        }
        var tag = gzip.headers().firstValue("ETag").orElseThrow();
        assertThat(plain.headers().firstValue("ETag"))
                .isNotEqualTo(gzip.headers().firstValue("ETag"));
        assertThat(edge.send(
                                "GET",
                                "/docs/",
                                request -> request.header("Accept-Encoding", "gzip")
                                        .header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aBrotliFileBesideIsPreferred() {
        var answer = edge.send(
                "GET", "/docs/assets/app.js", request -> request.header("Accept-Encoding", "gzip, deflate, br, zstd"));
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(EdgeFixture.text(answer)).startsWith("stand-in");
        assertThat(edge.get("/docs/assets/app.js.br").statusCode()).isEqualTo(404);
    }

    @Test
    void cachingFollowsTheName() {
        assertThat(edge.get("/docs/assets/app.js").headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(edge.get("/docs/").headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(edge.get("/widget.js").headers().firstValue("Cache-Control")).contains("public, max-age=300");
        assertThat(edge.get("/widget.js").headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
    }

    @Test
    void foldersAreAnsweredByTheirIndexAndWhatIsMissingByTheNearestPage() {
        assertThat(edge.get("/docs/guide").statusCode()).isEqualTo(308);
        assertThat(edge.get("/docs/guide").headers().firstValue("Location")).contains("/docs/guide/");
        assertThat(EdgeFixture.text(edge.get("/docs/guide/"))).contains("guide");
        var missing = edge.get("/docs/guide/none/deep");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(EdgeFixture.text(missing)).contains("not here");
        assertThat(missing.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'self'; frame-ancestors 'none'");
        assertThat(edge.get("/docs/assets").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> upload(String part, String content) {
        var body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"../../x.txt\"\r\n"
                + "Content-Type: Text/Plain; charset=utf-8\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return edge.send(
                "POST",
                "/upload",
                request -> request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(body.getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void anUploadIsStreamedToAFileAndItsNameIsOnlyMetadata() throws IOException {
        var answer = upload("file", "abcde" + "x".repeat(90_000));
        assertThat(answer.statusCode()).isEqualTo(201);
        var json = EdgeFixture.json(answer);
        assertThat(json.path("name").asString()).isEqualTo("../../x.txt");
        assertThat(json.path("type").asString()).isEqualTo("text/plain");
        assertThat(json.path("size").asInt()).isEqualTo(90_005);
        assertThat(json.path("first").asString()).isEqualTo("abcde");
        assertThat(json.path("fields").path("note").asString()).isEqualTo("hello");
        assertNothingLeft();
    }

    private void assertNothingLeft() throws IOException {
        try (var left = Files.list(folder.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "file, 100001, 413, FILE_TOO_LARGE",
        "file, 5000000, 413, FILE_TOO_LARGE",
        "other, 10, 400, FILE_MISSING",
    })
    void aRefusedUploadLeavesNothing(String part, int size, int status, String reason) throws IOException {
        var answer = upload(part, "x".repeat(size));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(EdgeFixture.json(answer).path("reason").asString()).isEqualTo(reason);
        assertNothingLeft();
        assertThat(upload("file", "").statusCode()).isEqualTo(201);
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        assertThat(edge.post("/upload", "application/json", "{}").statusCode()).isEqualTo(415);
        var broken = edge.post("/upload", "multipart/form-data; boundary=x", "no form at all");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(edge.post("/upload", "multipart/form-data", "x").statusCode())
                .isEqualTo(400);
    }
}
