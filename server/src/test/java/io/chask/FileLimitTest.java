package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.organization.AttachmentPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// How many files and bytes an organization takes, how large an image may be, and what becomes of files that nobody
/// sends.
final class FileLimitTest {

    private static final String SEND = "SEND_ERROR";
    private static final int KILOBYTES = 1_000;

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();

    private static TestFile text(int size) {
        return TestFile.text("a.txt", "text/plain", "x".repeat(size));
    }

    private static AttachmentPolicy policy(int maxCount, long quota) {
        return new AttachmentPolicy(true, 1 << 20, maxCount, List.of("text/plain", "image/*"), quota);
    }

    private Stream<String> kept() throws IOException {
        var folder = server.files().resolve(shop.id().toString());
        if (!Files.exists(folder)) {
            return Stream.of();
        }
        try (var files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList()
                    .stream();
        }
    }

    private long counted() {
        return server.database()
                .count("select coalesce(sum(bytes), 0) from attachment_usage where organization_id = '" + shop.id()
                        + "'");
    }

    @Test
    void organizationKeepsNoMoreThanItsQuota() throws IOException {
        shop.allow(policy(5, 10 * KILOBYTES));
        var guest = shop.guest();
        guest.upload(text(6 * KILOBYTES)).expect(201);
        guest.upload(text(5 * KILOBYTES)).expectProblem(507, SEND, "STORAGE_QUOTA_REACHED");
        guest.upload(text(11 * KILOBYTES)).expectProblem(507, SEND, "STORAGE_QUOTA_REACHED");
        assertThat(kept()).hasSize(1);
        assertThat(counted()).isEqualTo(6 * KILOBYTES);
        guest.upload(text(4 * KILOBYTES)).expect(201);
        server.shop().guest().upload(text(6 * KILOBYTES)).expect(201);
    }

    @Test
    void uploadsAtOnceDoNotPassTheQuotaTogether() throws Exception {
        shop.allow(policy(5, 10 * KILOBYTES));
        var guest = shop.guest();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = threads
                    .invokeAll(Stream.<Callable<Integer>>generate(() ->
                                    () -> guest.upload(text(3 * KILOBYTES)).status())
                            .limit(12)
                            .toList())
                    .stream()
                    .map(FileLimitTest::get)
                    .toList();
            assertThat(statuses).containsOnly(201, 507);
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        }
        assertThat(kept()).hasSize(3);
        assertThat(counted()).isEqualTo(9 * KILOBYTES);
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void messageHasNoMoreFilesThanTheOrganizationAllows() {
        shop.allow(policy(2, 0));
        var guest = shop.guest();
        var files = Stream.generate(() -> guest.upload(text(10)).expect(201).at("/id"))
                .limit(3)
                .toArray(String[]::new);
        var conversation = UUID.randomUUID();
        guest.postFiles(conversation, files).expectProblem(400, SEND, "TOO_MANY_ATTACHMENTS");
        guest.postFiles(conversation, files[0], files[1]).expect(201);
    }

    @Test
    void imageOfTooManyPixelsIsADownloadWithoutASmallPicture() throws IOException {
        var guest = shop.guest();
        for (var file : List.of(TestFile.picture(16_385, 10), TestFile.picture(8_000, 6_251))) {
            var answer = guest.upload(file).expect(201);
            assertThat(answer.json().at("/inline").asBoolean()).isFalse();
            assertThat(answer.json().has("thumbnailUrl")).isFalse();
            var content = Http.anonymous(server).get(answer.at("/url")).expect(200);
            assertThat(content.header("Content-Disposition")).startsWith("attachment;");
        }
        assertThat(guest.upload(TestFile.picture(8_000, 6_250))
                        .expect(201)
                        .json()
                        .at("/inline")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void largerImageHasASmallPictureUnderALinkOfItsOwn() throws IOException {
        var guest = shop.guest();
        var file = guest.upload(TestFile.picture(1_600, 800)).expect(201);
        var small = file.at("/thumbnailUrl");
        var answer = Http.anonymous(server).get(small).expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("Content-Disposition")).startsWith("inline;");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.bytes())).getWidth())
                .isEqualTo(320);

        var conversation = UUID.randomUUID();
        guest.postFiles(conversation, file.at("/id")).expect(201);
        var page = shop.agent()
                .get("/v1/conversations/" + conversation + "/messages")
                .expect(200);
        Http.anonymous(server)
                .get(page.at("/messages/0/attachments/0/thumbnailUrl"))
                .expect(200);
    }

    @Test
    void s6_linkOfAFileOpensItsSmallPictureOnlyAndTheOtherWayRound() throws IOException {
        var file = shop.guest().upload(TestFile.picture(1_600, 800)).expect(201);
        var http = Http.anonymous(server);
        http.get(file.at("/url").replace("?", "/thumbnail?")).expectProblem(403, "AUTH_ERROR", "LINK_INVALID");
        http.get(file.at("/thumbnailUrl").replace("/thumbnail", "")).expectProblem(403, "AUTH_ERROR", "LINK_INVALID");
        http.get(file.at("/thumbnailUrl") + "x").expectProblem(403, "AUTH_ERROR", "LINK_INVALID");
    }

    @Test
    void fileThatNobodySentIsGoneAfterADay() throws IOException {
        var guest = shop.guest();
        var file = guest.upload(TestFile.picture(1_600, 800)).expect(201);
        assertThat(kept()).hasSize(2);
        server.sweepFiles(Instant.now().plus(Duration.ofHours(23)));
        assertThat(kept()).hasSize(2);
        server.sweepFiles(Instant.now().plus(Duration.ofHours(25)));
        assertThat(kept()).isEmpty();
        assertThat(counted()).isZero();
        Http.anonymous(server).get(file.at("/url")).expectProblem(404, SEND, "NOT_FOUND");
        guest.postFiles(UUID.randomUUID(), file.at("/id")).expectProblem(404, SEND, "ATTACHMENT_UNKNOWN");
    }

    @Test
    void whatAMessageHoldsStaysWhoeverSweepsHoweverOften() throws IOException {
        var guest = shop.guest();
        var file = guest.upload(text(10)).expect(201);
        guest.postFiles(UUID.randomUUID(), file.at("/id")).expect(201);
        for (int day = 2; day < 5; day++) {
            server.sweepFiles(Instant.now().plus(Duration.ofDays(day)));
        }
        assertThat(kept()).hasSize(1);
        Http.anonymous(server).get(file.at("/url")).expect(200);
    }

    @Test
    void fileOfAMessageThatWasRefusedIsGoneAfterADay() throws IOException {
        var file = shop.guest().upload(text(10)).expect(201).at("/id");
        server.database().execute("""
                update attachment set state = 'given', message_id = gen_random_uuid(), conversation_id = gen_random_uuid()
                where id = '%s'
                """.formatted(file));
        server.sweepFiles(Instant.now().plus(Duration.ofHours(25)));
        assertThat(kept()).isEmpty();
    }

    @Test
    void sweepingAtOnceCountsNothingTwice() throws Exception {
        var guest = shop.guest();
        for (int file = 0; file < 5; file++) {
            guest.upload(text(KILOBYTES)).expect(201);
        }
        var sent = guest.upload(text(7)).expect(201).at("/id");
        guest.postFiles(UUID.randomUUID(), sent).expect(201);
        var tomorrow = Instant.now().plus(Duration.ofHours(25));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(Stream.<Callable<Boolean>>generate(() -> () -> {
                        server.sweepFiles(tomorrow);
                        return true;
                    })
                    .limit(4)
                    .toList());
        }
        assertThat(counted()).isEqualTo(7);
        assertThat(kept()).hasSize(1);
    }
}
