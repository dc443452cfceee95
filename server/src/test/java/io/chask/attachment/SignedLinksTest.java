package io.chask.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.attachment.SignedLinks.Verdict;
import io.chask.storage.FileKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SignedLinksTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final UUID organization = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();

    private static SignedLinks at(Instant instant, byte[] secret) {
        return new SignedLinks(secret, Duration.ofHours(1), Clock.fixed(instant, ZoneOffset.UTC));
    }

    private static SignedLinks at(Instant instant) {
        return at(instant, SECRET);
    }

    private static Map<String, String> query(String link) {
        Map<String, String> values = new HashMap<>();
        for (var pair : link.substring(link.indexOf('?') + 1).split("&", -1)) {
            values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return values;
    }

    private static String value(String link, String name) {
        return query(link).getOrDefault(name, "");
    }

    private Verdict check(SignedLinks links, String link) {
        return links.check(FileKey.file(organization, file), value(link, "expires"), value(link, "signature"));
    }

    @Test
    void linkWorksUntilItExpires() {
        var link = at(NOW).link(organization, file);
        assertThat(link).startsWith("/v1/attachments/" + file + "?organization=" + organization + "&expires=");
        assertThat(check(at(NOW), link)).isEqualTo(Verdict.VALID);
        assertThat(check(at(NOW.plus(Duration.ofMinutes(59))), link)).isEqualTo(Verdict.VALID);
        assertThat(check(at(NOW.plus(Duration.ofMinutes(76))), link)).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void linkStaysTheSameForAWhile() {
        assertThat(at(NOW.plusSeconds(5)).link(organization, file))
                .isEqualTo(at(NOW.plusSeconds(800)).link(organization, file));
    }

    @Test
    void everyPartIsSigned() {
        var links = at(NOW);
        var link = links.link(organization, file);
        var expires = value(link, "expires");
        var signature = value(link, "signature");
        assertThat(links.check(FileKey.file(UUID.randomUUID(), file), expires, signature))
                .isEqualTo(Verdict.FORGED);
        assertThat(links.check(FileKey.file(organization, UUID.randomUUID()), expires, signature))
                .isEqualTo(Verdict.FORGED);
        assertThat(links.check(FileKey.file(organization, file), expires + "0", signature))
                .isEqualTo(Verdict.FORGED);
        assertThat(links.check(FileKey.thumbnail(organization, file), expires, signature))
                .isEqualTo(Verdict.FORGED);
        assertThat(links.check(FileKey.file(organization, file), "never", signature))
                .isEqualTo(Verdict.FORGED);
        assertThat(links.check(FileKey.file(organization, file), expires, "")).isEqualTo(Verdict.FORGED);
        assertThat(links.check(FileKey.file(organization, file), expires, signature + "="))
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void linkOfAnotherServerIsForged() {
        var other = "another secret of 32 characters!".getBytes(StandardCharsets.US_ASCII);
        var link = at(NOW, other).link(organization, file);
        assertThat(check(at(NOW), link)).isEqualTo(Verdict.FORGED);
    }
}
