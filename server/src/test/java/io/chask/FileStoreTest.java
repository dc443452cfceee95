package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.attachment.ClamdDouble;
import io.chask.attachment.ClamdDouble.Mood;
import io.chask.storage.S3Double;
import io.chask.storage.S3Double.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A server whose files lie in a store elsewhere and are scanned.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FileStoreTest {

    private static final String SEND = "SEND_ERROR";
    private static final String CONNECTION = "CONNECTION_ERROR";

    private S3Double store;
    private ClamdDouble clamd;
    private Path secret;
    private Map<String, String> flags;
    private RunningServer server;
    private Shop shop;
    private Guest guest;

    @BeforeAll
    void start() throws IOException {
        store = new S3Double();
        clamd = new ClamdDouble();
        flags = new HashMap<>();
        flags.put("--attachments-s3-endpoint", store.endpoint().toString());
        flags.put("--attachments-s3-region", S3Double.REGION);
        flags.put("--attachments-s3-bucket", S3Double.BUCKET);
        flags.put("--attachments-s3-access-key", S3Double.ACCESS_KEY);
        secret = Files.writeString(Files.createTempFile("chask-secret-", ""), S3Double.SECRET_KEY + "\n");
        flags.put("--attachments-s3-secret-key-file", secret.toString());
        flags.put("--attachments-clamd", clamd.address());
        server = RunningServer.start(Map.copyOf(flags));
        shop = server.shop();
        guest = shop.guest();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        clamd.close();
        store.close();
        Files.delete(secret);
    }

    private static TestFile text(String content) {
        return TestFile.text("note.txt", "text/plain", content);
    }

    private void refused(TestFile file, int status, String code, String reason) throws IOException {
        refused(guest, file, status, code, reason);
    }

    private void refused(Guest by, TestFile file, int status, String code, String reason) throws IOException {
        var before = Map.copyOf(store.objects());
        long rows = server.database().count("select count(*) from attachment");
        long bytes = server.database().count("select coalesce(sum(bytes), 0) from attachment_usage");
        by.upload(file).expectProblem(status, code, reason);
        assertThat(store.objects().keySet()).isEqualTo(before.keySet());
        assertThat(server.database().count("select count(*) from attachment")).isEqualTo(rows);
        assertThat(server.database().count("select coalesce(sum(bytes), 0) from attachment_usage"))
                .isEqualTo(bytes);
        try (var received = Files.list(by.shop().server().files().resolve("incoming"))) {
            assertThat(received).isEmpty();
        }
    }

    @Test
    void fileGoesThroughTheServerIntoTheStoreAndBack() {
        var content = "All there is. ".repeat(20_000);
        var file = guest.upload(text(content)).expect(201);
        assertThat(store.objects().keySet()).anyMatch(key -> key.endsWith("/" + file.at("/id")));
        var http = Http.anonymous(server);
        var answer = http.get(file.at("/url")).expect(200);
        assertThat(answer.text()).isEqualTo(content);
        assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(http.with("Range", "bytes=4-6")
                        .get(file.at("/url"))
                        .expect(206)
                        .text())
                .isEqualTo("the");
        http.with("If-None-Match", answer.header("ETag")).get(file.at("/url")).expect(304);
        http.with("Range", "bytes=9999999-").get(file.at("/url")).expect(416);
    }

    @Test
    void storeThatFailsLeavesNothing() throws IOException {
        var file = guest.upload(text("before")).expect(201);
        store.fail(new Failure("PUT", 503, "SlowDown"));
        refused(text("hello"), 503, CONNECTION, "UNAVAILABLE");
        store.fail(new Failure("PUT", 403, "QuotaExceeded"));
        refused(text("hello"), 507, CONNECTION, "STORAGE_FULL");
        store.fail(new Failure("HEAD", 500, ""));
        Http.anonymous(server).get(file.at("/url")).expectProblem(503, CONNECTION, "UNAVAILABLE");
        store.fail(null);
        guest.upload(text("hello")).expect(201);
    }

    @Test
    void infectedFileIsRefusedAndNothingOfItIsKept() throws IOException {
        refused(text("This stands for EICAR, the test virus."), 422, SEND, "FILE_INFECTED");
        var log = shop.agent().get("/v1/audit?action=file.infected").expect(200);
        assertThat(log.at("/entries/0/actor/kind")).isEqualTo("system");
        assertThat(log.at("/entries/0/subject/kind")).isEqualTo("visitor");
        assertThat(log.at("/entries/0/subject/id")).isEqualTo(guest.id().toString());
        assertThat(log.json().at("/entries/0/details").size()).isZero();
        assertThat(log.json().at("/entries").size()).isEqualTo(1);
    }

    @Test
    void scannerThatSaysNothingRefusesForNow() throws IOException {
        var hasty = new HashMap<>(flags);
        hasty.put("--attachments-scan-timeout", "500ms");
        try (var node = server.another(hasty)) {
            clamd.be(Mood.SILENT);
            refused(guest.on(node), text("hello"), 503, CONNECTION, "SCAN_UNAVAILABLE");
        } finally {
            clamd.be(Mood.WELL);
        }
        guest.upload(text("hello")).expect(201);
    }

    @Test
    void scannerThatTakesNoLargeFileRefusesIt() throws IOException {
        clamd.be(Mood.STRICT);
        refused(text("hello ".repeat(1_000)), 413, SEND, "FILE_TOO_LARGE");
        clamd.be(Mood.WELL);
        guest.upload(text("hello")).expect(201);
    }

    @Test
    void fileWhoseBytesAreLostIsNotFound() {
        var file = guest.upload(text("hello")).expect(201);
        store.objects().keySet().removeIf(key -> key.endsWith(file.at("/id")));
        Http.anonymous(server).get(file.at("/url")).expectProblem(404, SEND, "NOT_FOUND");
    }
}
