package io.chask.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnifferTest {

    @TempDir
    Path folder;

    private final Sniffer sniffer = new Sniffer();

    private String typeOf(byte[] bytes, String name) throws IOException {
        var file = Files.write(folder.resolve("content"), bytes);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return sniffer.typeOf(channel, name);
        }
    }

    private String typeOf(String text, String name) throws IOException {
        return typeOf(text.getBytes(StandardCharsets.UTF_8), name);
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d49484452, image/png",
        "ffd8ffe000104a46494600, image/jpeg",
        "474946383961, image/gif",
        "52494646240000005745425056503820, image/webp",
        "00000018667479706d70343200000000, video/mp4",
        "255044462d312e37, application/pdf",
        "504b0304140000000800, application/zip",
        "4d5a90000300000004000000ffff0000, application/x-msdownload",
        "7f454c4602010100, application/x-elf",
    })
    void bytesTellTheTypeWhateverTheName(String hex, String type) throws IOException {
        assertThat(typeOf(HexFormat.of().parseHex(hex), "holiday.txt")).isEqualTo(type);
    }

    @Test
    void activeTextIsToldEvenUnderAnHonestName() throws IOException {
        assertThat(typeOf("<!DOCTYPE html><html><script>alert(1)</script>", "note.txt"))
                .isEqualTo("text/html");
        assertThat(typeOf("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "picture.png"))
                .isEqualTo("image/svg+xml");
        assertThat(typeOf("<?xml version=\"1.0\"?><x/>", "data.txt")).isEqualTo("application/xml");
    }

    @Test
    void nameRefinesWhatTheBytesAllow() throws IOException {
        assertThat(typeOf("a,b\n1,2\n", "table.csv")).isEqualTo("text/csv");
        assertThat(typeOf("plain words", "note.txt")).isEqualTo("text/plain");
        assertThat(typeOf("plain words", "page.html")).isEqualTo("text/html");
        assertThat(typeOf("plain words", "picture.png")).isEqualTo("text/plain");
    }

    @Test
    void declaredTypeIsTheContentTypeOrElseTheEnding() {
        assertThat(sniffer.declaredType("image/png; q=1", "a.txt")).isEqualTo("image/png");
        assertThat(sniffer.declaredType("IMAGE/JPG", "a.txt")).isEqualTo("image/jpeg");
        assertThat(sniffer.declaredType("application/octet-stream", "a.png")).isEqualTo("image/png");
        assertThat(sniffer.declaredType(null, "a.png")).isEqualTo("image/png");
        assertThat(sniffer.declaredType("nonsense", "nameless")).isEqualTo(Sniffer.UNKNOWN);
    }
}
