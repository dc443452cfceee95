package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.attachment.SignedLinks;
import io.chask.database.Secrets;
import io.chask.database.Secrets.Purpose;
import io.chask.organization.AttachmentPolicy;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files: S4, S5, S6, S24, and what is refused.
final class FileTest {

    private static final String SEND = "SEND_ERROR";
    private static final String AUTH = "AUTH_ERROR";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Guest guest = shop.guest();

    /// Files of this organization, and those that are only half here.
    private long kept() throws IOException {
        return countIn(server.files().resolve(shop.id().toString()))
                + countIn(server.files().resolve("incoming"));
    }

    private static long countIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private void refused(TestFile file, int status, String reason) throws IOException {
        long before = kept();
        guest.upload(file).expectProblem(status, SEND, reason);
        assertThat(kept()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=b"})
    void formThatHasNoEndOrNoBoundaryIsRefusedAtOnce(String type) {
        var cut = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhalf a file";
        shop.guest()
                .http()
                .send("POST", "/v1/widget/attachments", type, cut.getBytes(StandardCharsets.UTF_8))
                .expect(400);
    }

    @Test
    void emptyTooLargeForbiddenAndLyingFilesAreRefusedEachWithItsReason() throws IOException {
        refused(TestFile.text("a.txt", "text/plain", ""), 400, "FILE_EMPTY");
        refused(TestFile.text("a.txt", "text/plain", "x".repeat((1 << 20) + 1)), 413, "FILE_TOO_LARGE");
        refused(TestFile.text("a.html", "text/html", "<!DOCTYPE html><html></html>"), 415, "FILE_TYPE_NOT_ALLOWED");
        refused(
                new TestFile("a.exe", "application/x-msdownload", new byte[] {'M', 'Z', 0, 0, 1, 0, 0, 0}),
                415,
                "FILE_TYPE_NOT_ALLOWED");
        refused(
                TestFile.text("cat.png", "image/png", "<!DOCTYPE html><script>alert(1)</script>"),
                415,
                "FILE_TYPE_MISMATCH");
    }

    @Test
    void formWithoutAFileAndOtherBodiesAreRefused() throws IOException {
        long before = kept();
        var path = "/v1/widget/attachments";
        guest.http().uploadAs("picture", path, TestFile.png()).expectProblem(400, SEND, "FILE_MISSING");
        guest.http()
                .send("POST", path, "image/png", TestFile.png().bytes())
                .expectProblem(415, SEND, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void organizationThatTakesNoFilesSaysSo() {
        var strict = server.shop();
        var policy = new AttachmentPolicy(false, 1 << 20, 10, List.of("image/*"), 0);
        strict.allow(policy);
        strict.guest().upload(TestFile.png()).expectProblem(403, SEND, "ATTACHMENTS_DISABLED");
    }

    @Test
    void s5_pictureThatIsWhatItSaysIsShownInline() {
        var file = guest.upload(TestFile.png()).expect(201);
        assertThat(file.at("/mimeType")).isEqualTo("image/png");
        assertThat(file.json().at("/inline").asBoolean()).isTrue();
        assertThat(file.json().at("/width").asInt()).isEqualTo(1);
        var content = Http.anonymous(server).get(file.at("/url")).expect(200);
        assertThat(content.bytes()).isEqualTo(TestFile.png().bytes());
        assertThat(content.header("Content-Type")).isEqualTo("image/png");
        assertThat(content.header("Content-Disposition")).startsWith("inline;");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void s5_fileThatIsNotWhatItSaysIsADownload() {
        var file = guest.upload(TestFile.png().declared("image/gif")).expect(201);
        assertThat(file.at("/mimeType")).isEqualTo("image/png");
        assertThat(file.json().at("/inline").asBoolean()).isFalse();
        var content = Http.anonymous(server).get(file.at("/url")).expect(200);
        assertThat(content.header("Content-Disposition")).startsWith("attachment;");
    }

    @ParameterizedTest
    @CsvSource({
        "a.svg, image/svg+xml, '<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>'",
        "a.html, text/html, '<!DOCTYPE html><html><script>alert(1)</script></html>'",
        "a.xml, application/xml, '<?xml version=\"1.0\"?><x/>'",
        "a.pdf, application/pdf, '%PDF-1.7 x'",
    })
    void s4_activeDocumentsAreNeverInline(String name, String type, String content) {
        var open = server.shop();
        var policy = new AttachmentPolicy(
                true, 1 << 20, 10, List.of("image/*", "text/*", "application/xml", "application/pdf"), 0);
        open.allow(policy);
        var file = open.guest().upload(TestFile.text(name, type, content)).expect(201);
        assertThat(file.json().at("/inline").asBoolean()).isFalse();
        var answer = Http.anonymous(server).get(file.at("/url")).expect(200);
        assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.header("Content-Type")).isIn("application/octet-stream", "application/pdf");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox").contains("default-src 'none'");
    }

    @Test
    void s6_changedLinkIsForbidden() {
        var http = Http.anonymous(server);
        var url = guest.upload(TestFile.png()).expect(201).at("/url");
        http.get(url + "x").expectProblem(403, AUTH, "LINK_INVALID");
        http.get(url.replaceFirst("expires=\\d+", "expires=99999999999")).expectProblem(403, AUTH, "LINK_INVALID");
        http.get(url.replaceFirst("attachments/[^?]+", "attachments/" + UUID.randomUUID()))
                .expectProblem(403, AUTH, "LINK_INVALID");
        http.get(url.replaceFirst("&signature=.*", "")).expectProblem(400, SEND, "INVALID_FIELD");
        http.get("/v1/attachments/1?organization=1&expires=1&signature=1").expectProblem(404, SEND, "NOT_FOUND");
    }

    @Test
    void s6_expiredLinkIsForbidden() {
        var file = UUID.fromString(guest.upload(TestFile.png()).expect(201).at("/id"));
        var secret = Secrets.read(server.database().application(), Purpose.ATTACHMENT_LINK);
        var yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        var link = new SignedLinks(secret, Duration.ofHours(1), yesterday).link(shop.id(), file);
        Http.anonymous(server).get(link).expectProblem(403, AUTH, "LINK_EXPIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.png, passwd.png",
        "'Ünï 领收书 👍.png', 'Ünï 领收书 👍.png'",
        "a b (1).png, a b (1).png",
    })
    void s24_namesAreMetadataAndComeBackEncoded(String name, String kept) {
        var file = guest.upload(TestFile.png().named(name)).expect(201);
        assertThat(file.at("/name")).isEqualTo(kept);
        var disposition =
                Http.anonymous(server).get(file.at("/url")).expect(200).header("Content-Disposition");
        var encoded = disposition.substring(disposition.indexOf("filename*=UTF-8''") + 17);
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(kept);
        assertThat(disposition).isASCII();
    }

    @Test
    void s24_pathOfAFileIsMadeOfIdsOnly() throws IOException {
        guest.upload(TestFile.png().named("../../evil.png")).expect(201);
        try (var files = Files.walk(server.files())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("[0-9a-f-]{36}(-thumbnail)?"));
        }
    }

    @Test
    void s24_longNameIsCutAndKeepsItsEnding() {
        var file = guest.upload(TestFile.png().named("x".repeat(300) + ".png")).expect(201);
        assertThat(file.at("/name")).hasSize(255).endsWith("x.png");
        var disposition =
                Http.anonymous(server).get(file.at("/url")).expect(200).header("Content-Disposition");
        assertThat(disposition).contains("filename*=UTF-8''" + "x".repeat(251) + ".png");
    }

    @Test
    void s6_fileOfAnotherVisitorIsAsUnknownAsNone() {
        var file = guest.upload(TestFile.png()).expect(201).at("/id");
        var conversation = UUID.randomUUID();
        var other = shop.guest();
        var foreign = other.postFiles(conversation, file).expectProblem(404, SEND, "ATTACHMENT_UNKNOWN");
        var unknown = other.postFiles(conversation, UUID.randomUUID().toString())
                .expectProblem(404, SEND, "ATTACHMENT_UNKNOWN");
        assertThat(foreign.text()).isEqualTo(unknown.text());
        server.shop().guest().postFiles(conversation, file).expectProblem(404, SEND, "ATTACHMENT_UNKNOWN");
        guest.postFiles(conversation, file).expect(201);
    }

    @Test
    void s6_idOfAFileIsRandomAndOpensNothingByItself() {
        var file = UUID.fromString(guest.upload(TestFile.png()).expect(201).at("/id"));
        assertThat(file.version()).as("122 random bits").isEqualTo(4);
        for (var http : List.of(guest.http(), shop.guest().http(), shop.agent(), Http.anonymous(server))) {
            http.get("/v1/attachments/" + file).expectProblem(400, SEND, "INVALID_FIELD");
            http.get("/v1/attachments/" + file + "/thumbnail").expectProblem(400, SEND, "INVALID_FIELD");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, image/png, 89504e470d0a1a0a",
        "a.jpg, image/jpeg, ffd8ffe000104a46494600",
        "a.gif, image/gif, 474946383961",
    })
    void s5_imageWithoutASizeIsADownload(String name, String type, String start) {
        var file = guest.upload(new TestFile(name, type, HexFormat.of().parseHex(start)))
                .expect(201);
        assertThat(file.at("/mimeType")).isEqualTo(type);
        assertThat(file.json().at("/inline").asBoolean()).isFalse();
    }

    @Test
    void fileBelongsToOneMessage() {
        var file = guest.upload(TestFile.png()).expect(201).at("/id");
        var conversation = UUID.randomUUID();
        guest.postFiles(conversation, file).expect(201);
        guest.postFiles(conversation, file).expectProblem(404, SEND, "ATTACHMENT_UNKNOWN");
        guest.postFiles(conversation, UUID.randomUUID().toString()).expectProblem(404, SEND, "ATTACHMENT_UNKNOWN");
        var eleven = new String[11];
        Arrays.setAll(eleven, _ -> UUID.randomUUID().toString());
        guest.postFiles(conversation, eleven).expectProblem(400, SEND, "TOO_MANY_ATTACHMENTS");
    }

    @Test
    void messageWithAFileReachesTheAgentWithALink() {
        var file = guest.upload(TestFile.png()).expect(201).at("/id");
        var conversation = UUID.randomUUID();
        guest.postFiles(conversation, file).expect(201);
        var page = shop.agent()
                .get("/v1/conversations/" + conversation + "/messages")
                .expect(200);
        var url = page.at("/messages/0/attachments/0/url");
        Http.anonymous(server).get(url).expect(200);
        assertThat(page.json().at("/messages/0/attachments/0/inline").asBoolean())
                .isTrue();
    }

    @Test
    void partOfAFileIsAnswered() {
        var url = guest.upload(TestFile.png()).expect(201).at("/url");
        var part = Http.anonymous(server).with("Range", "bytes=1-3").get(url).expect(206);
        assertThat(part.text()).isEqualTo("PNG");
        Http.anonymous(server).with("Range", "bytes=9999-").get(url).expect(416);
    }
}
